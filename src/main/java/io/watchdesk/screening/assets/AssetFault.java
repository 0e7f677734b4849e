package io.watchdesk.screening.assets;

import io.watchdesk.screening.Finding.Severity;

/** The table of what can be wrong with an asset, how much it weighs, and what people read (catalogue 66-69). */
enum AssetFault {
    MISSING(Severity.BLOCK, "The file is not there any more. Upload it again or take it out."),
    WRONG_TYPE(Severity.BLOCK, "The file is %s, which is no %s. Upload the right file or declare what it really is."),
    NO_RIGHTS(Severity.BLOCK, "There is no rights record. Record source, holder, licence and proof."),
    NOT_YET_VALID(
            Severity.BLOCK, "The right begins on %s; %s is to be posted on %s. Move the slot or use another file."),
    EXPIRED(Severity.BLOCK, "The right ended on %s; %s is to be posted on %s. Extend it or use another file."),
    CHANNEL_NOT_COVERED(
            Severity.BLOCK, "The right covers only %s, not %s. Extend it, drop that account or use another file."),
    TERRITORY_NOT_COVERED(
            Severity.BLOCK,
            "The right covers only these countries: %s; %s is in %s. Extend it, drop that account or use another file."),
    CREDIT_MISSING(
            Severity.BLOCK,
            "The licence asks for the credit \"%s\", and the text for %s does not name it. Name it there."),
    INCOMPLETE(Severity.WARNING, "The rights record lacks %s. Complete it, so that the use can be proved."),
    ENDS_SOON(Severity.WARNING, "The right ends on %s, soon after the post for %s on %s. The post must go then.");

    private final Severity severity;
    private final String sentence;

    AssetFault(Severity severity, String sentence) {
        this.severity = severity;
        this.sentence = sentence;
    }

    Severity severity() {
        return severity;
    }

    String sentence(Object... details) {
        return sentence.formatted(details);
    }
}
