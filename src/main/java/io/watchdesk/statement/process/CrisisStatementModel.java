package io.watchdesk.statement.process;

import io.watchdesk.platform.TypedVariable;
import io.watchdesk.statement.Kind;
import io.watchdesk.statement.Verdict;

/** The words of the model {@code crisis-statement}. */
final class CrisisStatementModel {

    static final String PROCESS = "crisis-statement";

    static final TypedVariable<String> CRISIS_ID = new TypedVariable<>("crisisId", String.class);
    static final TypedVariable<String> CRISIS_TITLE = new TypedVariable<>("crisisTitle", String.class);
    static final TypedVariable<String> CRISIS_LEVEL = new TypedVariable<>("crisisLevel", String.class);
    static final TypedVariable<String> CRISIS_MODE = new TypedVariable<>("crisisMode", String.class);
    static final TypedVariable<Kind> STATEMENT_KIND = new TypedVariable<>("statementKind", Kind.class);
    static final TypedVariable<Verdict> STATEMENT_VERDICT = new TypedVariable<>("statementVerdict", Verdict.class);

    private CrisisStatementModel() {}
}
