package io.watchdesk.publishing.channel;

import io.watchdesk.publishing.Answer;
import io.watchdesk.publishing.Channel;
import io.watchdesk.publishing.LookUp;
import io.watchdesk.publishing.Order;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The embedded public site. It keeps the ledger's key with every revision, so a repeated call finds its own post, and
 * "absent" can be trusted.
 */
@Component
class SiteChannel implements Channel {

    private final SitePosts posts;
    private final Clock clock;
    private final String baseUrl;
    private final TransactionTemplate own;

    SiteChannel(
            SitePosts posts,
            Clock clock,
            PlatformTransactionManager transactions,
            @Value("${watchdesk.base-url}") String baseUrl) {
        this.posts = posts;
        this.clock = clock;
        this.baseUrl = baseUrl.replaceAll("/+$", "");
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public String id() {
        return "site";
    }

    @Override
    public boolean byPerson() {
        return false;
    }

    @Override
    public Answer publish(Order order) {
        Optional<SitePost> known = posts.byKey(order.key());
        if (known.isPresent()) {
            return done(known.get(), "It was on the site already.");
        }
        String link = "%s/site/%s/%s".formatted(baseUrl, order.account().id(), order.publicationId());
        try {
            own.executeWithoutResult(status -> posts.insert(order, link, clock.instant()));
        } catch (DuplicateKeyException e) {
            // Another run of the same publication was faster; the key tells that it is the same post.
            return posts.byKey(order.key())
                    .<Answer>map(post -> done(post, "It was on the site already."))
                    .orElseGet(() -> new Answer.Refusal("The site has another post under %s.".formatted(link)));
        }
        return done(posts.find(order.publicationId()).orElseThrow(), "Published on the site.");
    }

    @Override
    public LookUp lookUp(Order order) {
        return posts.byKey(order.key())
                .<LookUp>map(post ->
                        new LookUp.Found(post.id(), post.link(), post.updatedAt(), "The site has it: " + post.link()))
                .orElseGet(() -> new LookUp.Absent("The site does not have it."));
    }

    @Override
    public Answer update(Order order, String remoteId) {
        return own.execute(status -> {
            Optional<SitePost> post = posts.lock(remoteId);
            if (post.isEmpty() || post.get().takenDownAt() != null) {
                return new Answer.Refusal("The post %s is not on the site any more.".formatted(remoteId));
            }
            if (posts.byKey(order.key()).isEmpty()) {
                posts.replace(post.get(), order, clock.instant());
            }
            return done(posts.find(remoteId).orElseThrow(), "Corrected on the site.");
        });
    }

    @Override
    public Answer takeDown(String remoteId, String reason) {
        return own.execute(status -> {
            Optional<SitePost> post = posts.lock(remoteId);
            if (post.isEmpty()) {
                return new Answer.Refusal("The site has no post %s.".formatted(remoteId));
            }
            Instant now = clock.instant();
            posts.takeDown(remoteId, now);
            return new Answer.Done(remoteId, post.get().link(), now, "Taken down from the site.");
        });
    }

    private static Answer done(SitePost post, String sentence) {
        return new Answer.Done(post.id(), post.link(), post.updatedAt(), sentence);
    }
}
