package io.watchdesk.signal.process;

import io.watchdesk.platform.TypedVariable;
import java.util.List;

/** The words of the model {@code signal-report}. */
final class SignalReportModel {

    static final String PROCESS = "signal-report";

    static final TypedVariable<String> SIGNAL_TITLE = new TypedVariable<>("signalTitle", String.class);
    static final TypedVariable<String> SIGNAL_TEXT = new TypedVariable<>("signalText", String.class);
    static final TypedVariable<String> SIGNAL_LINK = new TypedVariable<>("signalLink", String.class);
    /** The id of an account, or empty. */
    static final TypedVariable<String> ACCOUNT = new TypedVariable<>("account", String.class);

    static final TypedVariable<String> TOPIC = new TypedVariable<>("topic", String.class);

    static final TypedVariable<String> CARRIER = new TypedVariable<>("carrier", String.class);
    static final TypedVariable<Object> PLATFORMS = new TypedVariable<>("platforms", Object.class);
    static final TypedVariable<String> HOT_SEARCH = new TypedVariable<>("hotSearch", String.class);
    static final TypedVariable<String> HARM = new TypedVariable<>("harm", String.class);
    static final TypedVariable<String> ACCOUNT_STATE = new TypedVariable<>("accountState", String.class);
    static final TypedVariable<String> LEGAL = new TypedVariable<>("legal", String.class);

    /** What the reporter knows, by the names of the severity table's inputs. */
    static final List<TypedVariable<?>> FACTS = List.of(CARRIER, PLATFORMS, HOT_SEARCH, HARM, ACCOUNT_STATE, LEGAL);

    private SignalReportModel() {}
}
