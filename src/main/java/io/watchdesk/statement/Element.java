package io.watchdesk.statement;

/** What a statement is made of; each that is filled in stands in its text. In models and pages lower-camel text. */
public enum Element {
    /** What happened to people is seen and regretted (CERC 1). */
    EMPATHY("Empathy"),
    /** What is confirmed, and nothing else (CERC 2). */
    FACTS("Confirmed facts"),
    /** What is not known yet (CERC 3). */
    UNKNOWN("What is not known"),
    /** How it is being found out; the time of the next word goes with it (CERC 4). */
    INQUIRY("How it is being found out"),
    /** What the house commits itself to (CERC 5). */
    COMMITMENT("Commitment"),
    /** Where to get more (CERC 6). */
    MORE("Where to get more"),
    APOLOGY("Apology"),
    CAUSE("Cause"),
    /** Compensation or another remedy. */
    REMEDY("Compensation or remedy"),
    /** When the next word comes; the moment itself, which the text must name. */
    NEXT_WORD("When the next word comes");

    private final String words;

    Element(String words) {
        this.words = words;
    }

    /** As forms show it. */
    public String words() {
        return words;
    }
}
