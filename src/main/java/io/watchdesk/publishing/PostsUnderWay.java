package io.watchdesk.publishing;

import io.watchdesk.account.Account;
import io.watchdesk.account.AccountUse;
import io.watchdesk.publishing.PublicationPlan.Planned;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Posts that are planned or held keep their account: people decide about them first. */
@Component
class PostsUnderWay implements AccountUse {

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final PublicationPlan plan;

    PostsUnderWay(PublicationPlan plan) {
        this.plan = plan;
    }

    @Override
    public Optional<String> standing(Account account) {
        List<Planned> posts = plan.underWay(account.id());
        if (posts.isEmpty()) {
            return Optional.empty();
        }
        Planned first = posts.get(0);
        String at = SHOWN.format(first.local());
        return Optional.of(
                posts.size() == 1
                        ? "One post is planned or held on %s: %s, at %s. Move it so that it goes out before, or withdraw it, then try again."
                                .formatted(account.name(), first.publicationId(), at)
                        : "%d posts are planned or held on %s; the first is %s, at %s. Move them so that they go out before, or withdraw them, then try again."
                                .formatted(posts.size(), account.name(), first.publicationId(), at));
    }
}
