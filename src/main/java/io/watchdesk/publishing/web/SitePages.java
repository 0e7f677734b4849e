package io.watchdesk.publishing.web;

import io.watchdesk.account.Account;
import io.watchdesk.account.Accounts;
import io.watchdesk.publishing.channel.SitePost;
import io.watchdesk.publishing.channel.SitePosts;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The public pages of the embedded site. */
@Controller
class SitePages {

    private static final int ON_INDEX = 5;
    private static final int ON_PAGE = 20;
    private static final int MOST_PAGES = 100_000;

    private final SitePosts posts;
    private final Accounts accounts;

    SitePages(SitePosts posts, Accounts accounts) {
        this.posts = posts;
        this.accounts = accounts;
    }

    @GetMapping("/site")
    ModelAndView index() {
        Map<Account, List<PostView>> newest = new LinkedHashMap<>();
        for (Account account : accounts.all()) {
            if (account.channel().equals("site")) {
                newest.put(account, views(posts.newest(account.id(), 0, ON_INDEX)));
            }
        }
        return new ModelAndView("site/index", Map.of("newest", newest));
    }

    @GetMapping("/site/{accountId}")
    ModelAndView account(@PathVariable String accountId, @RequestParam(defaultValue = "1") int page) {
        int number = Math.min(Math.max(page, 1), MOST_PAGES);
        List<SitePost> found = posts.newest(accountId, (number - 1) * ON_PAGE, ON_PAGE + 1);
        Optional<Account> account =
                accounts.find(accountId).filter(a -> a.channel().equals("site"));
        if (account.isEmpty() && found.isEmpty()) {
            return missing();
        }
        ModelAndView view = new ModelAndView("site/account");
        view.addObject("accountId", accountId);
        view.addObject("accountName", account.map(Account::name).orElse(accountId));
        view.addObject("posts", views(found.subList(0, Math.min(found.size(), ON_PAGE))));
        view.addObject("newer", number > 1 ? number - 1 : null);
        view.addObject("older", found.size() > ON_PAGE ? number + 1 : null);
        return view;
    }

    @GetMapping("/site/{accountId}/{postId}")
    ModelAndView post(@PathVariable String accountId, @PathVariable String postId) {
        Optional<SitePost> found =
                posts.find(postId).filter(post -> post.accountId().equals(accountId));
        if (found.isEmpty()) {
            return missing();
        }
        PostView view = view(found.get());
        if (found.get().takenDownAt() != null) {
            return new ModelAndView("site/gone", Map.of("view", view), HttpStatus.GONE);
        }
        return new ModelAndView("site/post", Map.of("view", view));
    }

    private static ModelAndView missing() {
        return new ModelAndView("site/missing", Map.of(), HttpStatus.NOT_FOUND);
    }

    private List<PostView> views(List<SitePost> found) {
        return found.stream().map(this::view).toList();
    }

    private PostView view(SitePost post) {
        Optional<Account> account = accounts.find(post.accountId());
        ZoneId zone = account.map(Account::zone).orElse(ZoneOffset.UTC);
        return new PostView(post, account.map(Account::name).orElse(post.accountId()), zone);
    }
}
