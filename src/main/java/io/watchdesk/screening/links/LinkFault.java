package io.watchdesk.screening.links;

import io.watchdesk.screening.Finding.Severity;

/** The table of what can be wrong with a link, how much it weighs, and what people read. */
enum LinkFault {
    NO_ADDRESS(Severity.BLOCK, "This is no web address: %s. Write it as https://host/path."),
    NOT_HTTPS(Severity.BLOCK, "The link uses %s. Only https is allowed: what is read on the way can be changed."),
    CREDENTIALS(Severity.BLOCK, "The part before @ is not the host; such links are made to mislead. Remove it."),
    ODD_HOST(Severity.BLOCK, "The host is a number or not written plainly. Use the site's name."),
    DENIED(Severity.BLOCK, "Links to %s are not allowed. %s"),
    DOUBTED(Severity.WARNING, "A link to %s needs a look. %s"),
    MIXED_SCRIPTS(Severity.WARNING, "The host %s mixes alphabets or imitates letters. Make sure it is the right site."),
    ODD_PORT(Severity.WARNING, "The link names port %s; public sites need none."),
    REPEATED_UTM(Severity.WARNING, "%s is there more than once; statistics would count only one of them."),
    EMPTY_UTM(Severity.WARNING, "%s has no value; statistics would not know where readers came from."),
    REPEATED(Severity.WARNING, "The same link is there twice."),
    NO_SCHEME(Severity.SUSPICION, "The address is written without https://; not every platform makes it a link."),
    UNKNOWN_HOST(Severity.SUSPICION, "Nobody has yet said that links to %s are fine. Open it before you approve."),
    UNREACHABLE(Severity.WARNING, "The link could not be opened just now: %s. Check it before you approve."),
    NOT_TRIED(Severity.WARNING, "There was no time left to open the link. Check it before you approve.");

    private final Severity severity;
    private final String sentence;

    LinkFault(Severity severity, String sentence) {
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
