package io.watchdesk.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Remembered answers of FEEL: the same as FEEL's own, asked for once. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RememberingFeelTest {

    private static final List<Object> VALUES =
            Arrays.asList(null, 2, 3, 3L, 3.0, 4.99, 5, 10, 11, "3", "red", "unknown", "", true, false);

    private final FeelEngine feel = new ScalaFeelEngineFactory().createInstance();
    private final List<String> asked = new ArrayList<>();
    private final FeelEngine remembering = new RememberingFeel(new Counting());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> 10",
                "[3..5[",
                "]3..5]",
                "< 3",
                ">= 3",
                "3",
                "null",
                "not(null)",
                "true",
                "\"red\"",
                "\"red\", \"unknown\"",
                "not(\"red\")",
                "3, 5"
            })
    void a_cell_says_of_every_value_what_it_said_before(String cell) {
        for (int round = 0; round < 2; round++) {
            for (Object value : VALUES) {
                assertThat(remembering.evaluateSimpleUnaryTests(cell, "x", with(value)))
                        .as("%s of %s", cell, value)
                        .isEqualTo(feel.evaluateSimpleUnaryTests(cell, "x", with(value)));
            }
        }
        assertThat(asked).hasSize(VALUES.size());
    }

    @Test
    void the_name_of_an_input_and_a_constant_are_what_they_are() {
        for (Object value : VALUES) {
            Object plain = feel.evaluateSimpleExpression("x", with(value));
            assertThat(remembering.<Object>evaluateSimpleExpression("x", with(value)))
                    .isEqualTo(plain);
            assertThat(remembering.<Object>evaluateSimpleExpression("x", with(value)))
                    .isEqualTo(plain);
        }
        assertThat(asked).hasSize(VALUES.size());
        assertThat(remembering.<Object>evaluateSimpleExpression("\"a text\"", with(null)))
                .isEqualTo("a text");
    }

    @Test
    void what_depends_on_more_is_asked_every_time() {
        VariableContext list = with(List.of("weibo", "unknown"));
        for (int round = 0; round < 2; round++) {
            assertThat(remembering.evaluateSimpleUnaryTests("list contains(?, \"unknown\")", "x", list))
                    .isTrue();
            assertThat(remembering.<Object>evaluateSimpleExpression("x", with(List.of(round))))
                    .isEqualTo(feel.evaluateSimpleExpression("x", with(List.of(round))));
            assertThat(remembering.evaluateSimpleUnaryTests("> y", "x", with(3, round * 5)))
                    .isEqualTo(round == 0);
        }
        assertThat(asked).hasSize(6);
    }

    private static VariableContext with(Object x) {
        return Variables.createVariables().putValue("x", x).asVariableContext();
    }

    private static VariableContext with(Object x, Object y) {
        return Variables.createVariables().putValue("x", x).putValue("y", y).asVariableContext();
    }

    private final class Counting implements FeelEngine {

        @Override
        public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
            asked.add(expression);
            return feel.evaluateSimpleExpression(expression, variables);
        }

        @Override
        public boolean evaluateSimpleUnaryTests(String expression, String input, VariableContext variables) {
            asked.add(expression);
            return feel.evaluateSimpleUnaryTests(expression, input, variables);
        }
    }
}
