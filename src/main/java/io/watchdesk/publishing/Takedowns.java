package io.watchdesk.publishing;

/** Taking a post down that is out: why, by whom, and how it can be seen. */
public interface Takedowns {

    /**
     * Checks and writes down the wish to take a post down.
     *
     * @param proof what shows that the reason is true, may be empty
     * @throws io.watchdesk.platform.Refused when the post is not out, or the reason is missing
     */
    Opened open(String publicationId, Reason reason, String text, String proof);

    /** Lets the channel take it down; see {@link AfterCare#takeDown}. Tells people when it is down. */
    AfterCare.TakeDown takeDown(String publicationId, String reason);

    /** A person says that it is down; see {@link AfterCare#confirmTakenDown}. Tells people. */
    void confirm(String publicationId, String reason, String evidence);

    /** @param reason the reason as one sentence, as the channel and the evidence get it */
    record Opened(String pieceId, String title, String accountName, String reason) {}

    /** Why a post is taken down; in models and forms as lower-camel text. */
    enum Reason {
        LEGAL_ORDER("Legal order"),
        RIGHTS_VIOLATED("Rights of others violated"),
        PRIVACY_VIOLATED("Privacy violated"),
        WRONG_FACTS("Wrong facts"),
        PLATFORM_DEMAND("Demand of the platform"),
        BRAND_HARM("Harm to the brand"),
        OTHER("Other");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        /** As people read it. */
        public String words() {
            return words;
        }
    }
}
