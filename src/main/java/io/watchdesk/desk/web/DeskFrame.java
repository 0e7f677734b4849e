package io.watchdesk.desk.web;

import io.watchdesk.desk.DeskPage;
import io.watchdesk.platform.DeskRights;
import io.watchdesk.platform.People;
import io.watchdesk.platform.RequestToken;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What stands around every page of the desk: who is there, where that person may go, in which language. */
@ControllerAdvice(basePackages = "io.watchdesk.desk")
class DeskFrame {

    private final List<DeskPage> pages;
    private final DeskRights rights;
    private final People people;

    DeskFrame(List<DeskPage> pages, DeskRights rights, People people) {
        this.pages =
                pages.stream().sorted(Comparator.comparingInt(DeskPage::order)).toList();
        this.rights = rights;
        this.people = people;
    }

    /** The pages that the current person may see, in their order. */
    List<DeskPage> mine() {
        return pages.stream().filter(page -> rights.maySee(page.id())).toList();
    }

    @ModelAttribute("frame")
    Frame frame(HttpServletRequest request, Locale locale) {
        String path = request.getServletPath();
        List<Frame.Entry> entries = mine().stream()
                .map(page -> new Frame.Entry(
                        "page." + page.id(),
                        "/desk/" + page.path(),
                        (path + "/").startsWith("/desk/" + page.path() + "/")))
                .toList();
        return new Frame(
                entries,
                people.current().map(people::displayName).orElse(""),
                locale.getLanguage().equals("zh") ? "zh-CN" : "en",
                rights.mayOpen("cockpit"),
                (String) request.getAttribute(RequestToken.ATTRIBUTE),
                (String) request.getAttribute(DeskGate.SEEN));
    }

    /**
     * @param language as the attribute {@code lang} wants it
     * @param cockpit whether the person may open Cockpit
     * @param token what the page sends back with changes, or null
     * @param seen what the page tells when its line opens, or null
     */
    record Frame(List<Entry> entries, String person, String language, boolean cockpit, String token, String seen) {

        /** @param label the key of its message */
        record Entry(String label, String path, boolean current) {}
    }
}
