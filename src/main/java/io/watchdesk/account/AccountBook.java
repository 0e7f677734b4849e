package io.watchdesk.account;

import io.watchdesk.audit.AuditLog;
import io.watchdesk.platform.Flaw;
import io.watchdesk.platform.Refused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The accounts of the settings with what the desk changed or added; the desk's word counts. */
@Service
public class AccountBook implements Accounts {

    /** Rules ask for accounts all the time; another node's change is seen this much later. */
    private static final Duration KNOWN_FOR = Duration.ofSeconds(1);

    private final AccountSettings settings;
    private final AccountTable table;
    private final AuditLog audit;
    /** Asked for late, because those who use accounts ask for accounts themselves. */
    private final ObjectProvider<AccountUse> uses;

    private volatile Known known;

    private record Known(Map<String, Kept> accounts, long nanos) {}

    /**
     * An account as it is kept.
     *
     * @param retired whether it is kept only for what refers to it
     */
    public record Kept(Account account, boolean retired) {}

    AccountBook(AccountSettings settings, AccountTable table, AuditLog audit, ObjectProvider<AccountUse> uses) {
        this.settings = settings;
        this.table = table;
        this.audit = audit;
        this.uses = uses;
    }

    @Override
    public List<Account> all() {
        return kept().stream()
                .filter(each -> !each.retired())
                .map(Kept::account)
                .toList();
    }

    @Override
    public Optional<Account> find(String id) {
        return Optional.ofNullable(known().get(id)).map(Kept::account);
    }

    @Override
    public boolean isRetired(String id) {
        return Optional.ofNullable(known().get(id)).filter(Kept::retired).isPresent();
    }

    @Override
    public Account require(String id) {
        return find(id).orElseThrow(() -> new Refused("There is no account \"%s\". Known accounts: %s."
                .formatted(id, all().stream().map(Account::id).collect(Collectors.joining(", ")))));
    }

    /** All accounts, those of the settings first, retired ones among them. */
    public List<Kept> kept() {
        return List.copyOf(known().values());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean keep(String id) {
        table.lock();
        return Optional.ofNullable(read().get(id))
                .filter(kept -> !kept.retired())
                .isPresent();
    }

    /** What stands against the account as it shall be, by the part of it. */
    public List<Flaw> flaws(Kept wanted) {
        return flaws(known().get(wanted.account().id()), wanted);
    }

    private List<Flaw> flaws(Kept before, Kept wanted) {
        List<Flaw> flaws = new ArrayList<>(AccountRules.flaws(wanted.account()));
        if (before != null) {
            boolean retires = wanted.retired() && !before.retired();
            boolean turns = !wanted.account().channel().equals(before.account().channel());
            if (retires || turns) {
                uses.stream()
                        .map(use -> use.standing(before.account()))
                        .flatMap(Optional::stream)
                        .forEach(sentence -> flaws.add(new Flaw(retires ? "state" : "channel", sentence)));
            }
        }
        return flaws;
    }

    /**
     * Adds accounts or puts them in the place of those with the same ids, all of them or none, and audits each.
     *
     * @param expected what was known of each before, empty where it is new
     * @throws Refused when an account is not any more what was expected, is not sound, is in use and would be retired or get
     *     another channel, or none would be left
     */
    @Transactional
    public void put(Map<String, Optional<Kept>> expected, Collection<Kept> accounts) {
        table.lock();
        Map<String, Kept> now = read();
        for (Kept account : accounts) {
            String id = account.account().id();
            if (!Optional.ofNullable(now.get(id)).equals(expected.get(id))) {
                throw new Refused(
                        "Somebody else has changed the account \"%s\". Look at it, then try again.".formatted(id));
            }
            List<Flaw> flaws = flaws(now.get(id), account);
            if (!flaws.isEmpty()) {
                throw new Refused(flaws.stream().map(Flaw::sentence).collect(Collectors.joining(" ")));
            }
            Kept before = now.put(id, account);
            table.put(account.account(), account.retired());
            audit.record("account.changed", subject(id), before == null ? null : Line.of(before), Line.of(account));
        }
        if (now.values().stream().allMatch(Kept::retired)) {
            throw new Refused("The last account cannot be retired: there would be nowhere to publish.");
        }
        forgetAfterwards();
    }

    /** What the audit log calls an account. */
    public static String subject(String id) {
        return "account:" + id;
    }

    private Map<String, Kept> known() {
        Known seen = known;
        if (seen == null || System.nanoTime() - seen.nanos() > KNOWN_FOR.toNanos()) {
            seen = new Known(read(), System.nanoTime());
            known = seen;
        }
        return seen.accounts();
    }

    private Map<String, Kept> read() {
        Map<String, Kept> accounts = new LinkedHashMap<>();
        settings.all().forEach(account -> accounts.put(account.id(), new Kept(account, false)));
        table.all().forEach(kept -> accounts.put(kept.account().id(), kept));
        return accounts;
    }

    private void forgetAfterwards() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                known = null;
            }
        });
    }

    /** An account as the audit log keeps it. */
    private record Line(
            String name,
            String channel,
            String platform,
            String zone,
            String country,
            String workFrom,
            String workTo,
            List<String> workDays,
            String grace,
            int titleLimit,
            int bodyLimit,
            String aiLabel,
            List<String> languages,
            String state) {

        static Line of(Kept kept) {
            Account account = kept.account();
            List<String> days =
                    account.workDays().stream().sorted().map(Enum::name).toList();
            return new Line(
                    account.name(),
                    account.channel(),
                    account.platform(),
                    account.zone().getId(),
                    account.country(),
                    account.workFrom().toString(),
                    account.workTo().toString(),
                    days,
                    account.grace().toString(),
                    account.titleLimit(),
                    account.bodyLimit(),
                    account.aiLabel(),
                    List.copyOf(account.languages()),
                    kept.retired() ? "retired" : "active");
        }
    }
}
