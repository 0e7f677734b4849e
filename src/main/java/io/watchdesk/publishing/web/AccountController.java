package io.watchdesk.publishing.web;

import io.watchdesk.account.Account;
import io.watchdesk.content.Category;
import io.watchdesk.content.Format;
import io.watchdesk.platform.Outcomes;
import io.watchdesk.publishing.ChannelChoice;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The accounts that a brief can name, with the policy's advice. */
@RestController
class AccountController {

    private final ChannelChoice choice;

    AccountController(ChannelChoice choice) {
        this.choice = choice;
    }

    @GetMapping("/api/accounts")
    List<AccountLine> accounts(
            @RequestParam(defaultValue = "") String format, @RequestParam(defaultValue = "") String category) {
        return choice.adviceFor(parse(Format.class, format), parse(Category.class, category)).stream()
                .map(AccountLine::of)
                .toList();
    }

    private static <T> T parse(Class<T> type, String text) {
        return text.isBlank() ? null : Outcomes.parse(type, text);
    }

    /** Limits are in characters. */
    record AccountLine(
            String id,
            String name,
            String platform,
            String zone,
            int titleLimit,
            int bodyLimit,
            boolean recommended,
            String why) {

        static AccountLine of(ChannelChoice.Advice advice) {
            Account account = advice.account();
            return new AccountLine(
                    account.id(),
                    account.name(),
                    account.platform(),
                    account.zone().getId(),
                    account.titleLimit(),
                    account.bodyLimit(),
                    advice.recommended(),
                    advice.why());
        }
    }
}
