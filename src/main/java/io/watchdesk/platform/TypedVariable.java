package io.watchdesk.platform;

import java.util.ArrayList;
import java.util.Collection;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * A process variable with its type, declared once in the vocabulary class of a process.
 *
 * @param name the variable's name in the model, lower camel case
 * @param type the Java type; enums are stored as their lower-camel text
 */
public record TypedVariable<T>(String name, Class<T> type) {

    /** The value, or null when it was never set. */
    public T get(VariableScope scope) {
        Object value = scope.getVariable(name);
        if (value == null || type.isInstance(value)) {
            return type.cast(value);
        }
        if (type.isEnum()) {
            return Outcomes.parse(type, value.toString());
        }
        if (type == Integer.class && value instanceof Number number) {
            return type.cast(number.intValue());
        }
        if (type == Long.class && value instanceof Number number) {
            return type.cast(number.longValue());
        }
        if (type == String.class) {
            return type.cast(value.toString());
        }
        throw new Refused(
                "The answer \"%s\" has the wrong type: %s was expected.".formatted(name, type.getSimpleName()));
    }

    /** The value; refuses with a sentence when it is missing. */
    public T require(VariableScope scope) {
        T value = get(scope);
        if (value == null || value instanceof String text && text.isBlank()) {
            throw new Refused("The answer \"%s\" is missing.".formatted(name));
        }
        return value;
    }

    /** Writes the value to the process instance. */
    public void set(VariableScope scope, T value) {
        if (value instanceof Enum<?> outcome) {
            scope.setVariable(name, Outcomes.text(outcome));
        } else if (value instanceof Collection<?> values) {
            // Read back from the database, only the plain list types of the JDK are let in.
            scope.setVariable(name, new ArrayList<>(values));
        } else {
            scope.setVariable(name, value);
        }
    }
}
