package io.watchdesk.platform.engine;

import java.util.Set;
import org.camunda.bpm.engine.runtime.DeserializationTypeValidator;

/** The classes that a variable may be read back as: lists, sets and maps of plain values. The engine's own list lets all of java.lang in. */
class PlainTypes implements DeserializationTypeValidator {

    private static final Set<String> ALLOWED = Set.of(
            "java.util.ArrayList",
            "java.util.LinkedList",
            "java.util.HashSet",
            "java.util.LinkedHashSet",
            "java.util.TreeSet",
            "java.util.HashMap",
            "java.util.LinkedHashMap",
            "java.util.TreeMap",
            "java.lang.Object",
            "java.lang.String",
            "java.lang.Boolean",
            "java.lang.Short",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Float",
            "java.lang.Double");

    @Override
    public boolean validate(String className) {
        return className != null && ALLOWED.contains(className);
    }
}
