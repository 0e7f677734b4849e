package io.watchdesk.platform.engine;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelEngineFactory;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * Camunda's FEEL, which reads and evaluates every cell of a decision table anew: rating one signal did so hundreds of times and
 * cost more than everything else between a signal and its first page. What depends on nothing but one plain value - a cell of
 * constants, the name of an input - is evaluated once for each value. Everything else goes to FEEL every time.
 */
final class RememberingFeel implements FeelEngine {

    /** Numbers, texts and the like, compared, in intervals or negated; no name of anything. */
    private static final Pattern CONSTANTS =
            Pattern.compile("(?:\"[^\"\\\\]*\"|[\\s\\d.,<>=\\[\\]()-]|\\btrue\\b|\\bfalse\\b|\\bnull\\b|\\bnot\\b)+");

    private static final Pattern NAME = Pattern.compile("[A-Za-z]\\w*");
    private static final int MOST = 20_000;

    private final FeelEngine feel;
    private final Map<Key, Optional<Object>> known = new ConcurrentHashMap<>();

    RememberingFeel(FeelEngine feel) {
        this.feel = feel;
    }

    static FeelEngineFactory factory() {
        return () -> new RememberingFeel(new ScalaFeelEngineFactory().createInstance());
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
        Supplier<Object> evaluated = () -> feel.evaluateSimpleExpression(expression, variables);
        if (CONSTANTS.matcher(expression).matches()) {
            return (T) remembered(new Key(expression, null, null), evaluated);
        }
        if (NAME.matcher(expression).matches() && variables.containsVariable(expression)) {
            Object value = value(expression, variables);
            if (plain(value)) {
                return (T) remembered(new Key(expression, expression, value), evaluated);
            }
        }
        return (T) evaluated.get();
    }

    @Override
    public boolean evaluateSimpleUnaryTests(String expression, String input, VariableContext variables) {
        Supplier<Object> evaluated = () -> feel.evaluateSimpleUnaryTests(expression, input, variables);
        if (CONSTANTS.matcher(expression).matches() && variables.containsVariable(input)) {
            Object value = value(input, variables);
            if (plain(value)) {
                return (boolean) remembered(new Key(expression, "?", value), evaluated);
            }
        }
        return (boolean) evaluated.get();
    }

    private Object remembered(Key key, Supplier<Object> evaluated) {
        Optional<Object> before = known.get(key);
        if (before != null) {
            return before.orElse(null);
        }
        Object result = evaluated.get();
        if (plain(result)) {
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(key, Optional.ofNullable(result));
        }
        return result;
    }

    private static Object value(String name, VariableContext variables) {
        TypedValue typed = variables.resolve(name);
        return typed == null ? null : typed.getValue();
    }

    private static boolean plain(Object value) {
        return value == null || value instanceof String || value instanceof Number || value instanceof Boolean;
    }

    /** @param value equal only to values of the same Java type */
    private record Key(String expression, String variable, Object value) {}
}
