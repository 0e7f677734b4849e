package io.watchdesk.screening.links;

import io.watchdesk.screening.Finding;
import io.watchdesk.screening.Screener;
import io.watchdesk.screening.ScreeningSettings;
import io.watchdesk.screening.Subject;
import io.watchdesk.screening.WordList;
import io.watchdesk.screening.WordList.Host;
import io.watchdesk.screening.WordList.Verdict;
import io.watchdesk.screening.links.Address.Unfit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Checks every link of a version, those that go out beside the text and those written in it. */
@Component
class LinkScreener implements Screener {

    private final Reachability reachability;
    private final Duration budget;

    LinkScreener(Reachability reachability, ScreeningSettings settings) {
        this.reachability = reachability;
        this.budget = Duration.ofMillis(settings.links().budgetMillis());
    }

    @Override
    public Finding.Kind kind() {
        return Finding.Kind.LINK;
    }

    @Override
    public List<Finding> screen(Subject subject, WordList list) {
        Look look = new Look(list);
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < subject.links().size(); i++) {
            links.add(new Link("link:" + (i + 1), -1, -1, subject.links().get(i), true));
        }
        subject.texts().forEach(text -> links.addAll(LinkFinder.find(text)));
        links.forEach(look::check);
        return look.findings;
    }

    /** One look at all links of a version. */
    private final class Look {

        private final String listVersion;
        private final long began = System.nanoTime();
        private final Map<String, Host> hosts = new HashMap<>();
        private final Set<String> seen = new HashSet<>();
        private final Map<String, Optional<String>> reached = new HashMap<>();
        private final List<Finding> findings = new ArrayList<>();

        Look(WordList list) {
            this.listVersion = list.version();
            list.entries().hosts().forEach(host -> hosts.put(host.host(), host));
        }

        void check(Link link) {
            try {
                check(link, Address.parse(link.address()));
            } catch (Unfit unfit) {
                add(link, unfit.fault(), unfit.details());
            }
        }

        private void check(Link link, Address address) {
            if (!link.hasScheme()) {
                add(link, LinkFault.NO_SCHEME);
            }
            if (address.isMixed()) {
                add(link, LinkFault.MIXED_SCRIPTS, address.host());
            }
            if (address.port() != 443) {
                add(link, LinkFault.ODD_PORT, address.port());
            }
            String place = link.declared() ? "declared " : link.part() + " ";
            if (!seen.add(place + address.key())) {
                add(link, LinkFault.REPEATED);
            }
            utm(link, address);
            boolean denied = host(link, address.host());
            if (!denied && link.hasScheme()) {
                reach(link, address);
            }
        }

        private void reach(Link link, Address address) {
            if (!reached.containsKey(address.key())) {
                if (System.nanoTime() - began > budget.toNanos()) {
                    add(link, LinkFault.NOT_TRIED);
                    return;
                }
                reached.put(address.key(), reachability.problem(address));
            }
            reached.get(address.key()).ifPresent(problem -> add(link, LinkFault.UNREACHABLE, problem));
        }

        private void utm(Link link, Address address) {
            address.utm().forEach((name, values) -> {
                if (values.size() > 1) {
                    add(link, LinkFault.REPEATED_UTM, name);
                } else if (values.get(0).isBlank()) {
                    add(link, LinkFault.EMPTY_UTM, name);
                }
            });
        }

        /** Whether the host is denied; the entry nearest to the host decides. */
        private boolean host(Link link, String host) {
            for (String name = host; !name.isEmpty(); name = parent(name)) {
                Host entry = hosts.get(name);
                if (entry != null) {
                    if (entry.verdict() != Verdict.ALLOW) {
                        boolean denied = entry.verdict() == Verdict.BLOCK;
                        add(link, denied ? LinkFault.DENIED : LinkFault.DOUBTED, name, entry.reason());
                    }
                    return entry.verdict() == Verdict.BLOCK;
                }
            }
            add(link, LinkFault.UNKNOWN_HOST, host);
            return false;
        }

        private String parent(String host) {
            int dot = host.indexOf('.');
            return dot < 0 ? "" : host.substring(dot + 1);
        }

        private void add(Link link, LinkFault fault, Object... details) {
            findings.add(new Finding(
                    Finding.Kind.LINK,
                    fault.severity(),
                    link.part(),
                    link.start(),
                    link.end(),
                    link.written().length() > 200 ? link.written().substring(0, 200) : link.written(),
                    fault.sentence(details),
                    listVersion));
        }
    }
}
