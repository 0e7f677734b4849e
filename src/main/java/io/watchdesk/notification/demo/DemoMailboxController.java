package io.watchdesk.notification.demo;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** The mailbox of everybody in the demo, as pages for people and as JSON for tests; there is no sign-in to it. */
@Controller
@Profile("demo")
@RequestMapping("/demo/mailbox")
class DemoMailboxController {

    private static final String POLICY = "default-src 'none'; style-src 'self' 'unsafe-inline'; frame-src 'self';"
            + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final DemoMailbox mailbox;

    DemoMailboxController(DemoMailbox mailbox) {
        this.mailbox = mailbox;
    }

    @ModelAttribute
    void nothingRunsInside(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-store");
    }

    @GetMapping
    String list(@RequestParam(required = false) String to, Model page) {
        String address = to == null || to.isBlank() ? null : to;
        page.addAttribute("mails", mailbox.mailsTo(address));
        page.addAttribute("recipients", mailbox.recipients());
        page.addAttribute("to", address);
        return "demo/mailbox";
    }

    @GetMapping("/{number}")
    String single(@PathVariable long number, Model page) {
        page.addAttribute("mail", mail(number));
        return "demo/mail";
    }

    @ResponseBody
    @GetMapping(path = "/mails", produces = MediaType.APPLICATION_JSON_VALUE)
    List<DemoMail> listForTests(@RequestParam(required = false) String to) {
        return mailbox.mailsTo(to);
    }

    @ResponseBody
    @GetMapping(path = "/mails/{number}", produces = MediaType.APPLICATION_JSON_VALUE)
    DemoMail singleForTests(@PathVariable long number) {
        return mail(number);
    }

    private DemoMail mail(long number) {
        return mailbox.find(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
