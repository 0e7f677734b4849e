package io.watchdesk.oncall;

import io.watchdesk.audit.AuditLog;
import io.watchdesk.platform.People;
import io.watchdesk.platform.Refused;
import io.watchdesk.platform.Seal;
import io.watchdesk.platform.SealedColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How people are reached: the mail address of their account first, then the addresses that they added, in their order. An
 * address that refused for good is marked dead and left out until somebody revives it or it is entered anew.
 */
@Component
@Transactional
public class ContactBook implements Contacts, SealedColumn.Keeper {

    private static final SealedColumn ADDED = new SealedColumn("oncall_address", "id", "target");
    private static final SealedColumn DEAD = new SealedColumn("oncall_dead_address", "id", "target");

    private static final Pattern MAIL = Pattern.compile("[^\\s@<>,;\"]+@[^\\s@<>,;\"]+");
    private static final Pattern HOOK = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int MOST_ADDRESSES = 10;
    private static final int LONGEST_TARGET = 320;
    private static final int LONGEST_WHY = 1000;

    private final JdbcClient jdbc;
    private final RotaTable rotas;
    private final RotaRights rights;
    private final People people;
    private final AuditLog audit;
    private final Clock clock;
    private final Seal seal;

    ContactBook(
            JdbcClient jdbc,
            RotaTable rotas,
            RotaRights rights,
            People people,
            AuditLog audit,
            Clock clock,
            Seal seal) {
        this.jdbc = jdbc;
        this.rotas = rotas;
        this.rights = rights;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
        this.seal = seal;
    }

    @Override
    public List<SealedColumn> sealedColumns() {
        return List.of(ADDED, DEAD);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Address> of(String person) {
        return known(person).stream()
                .filter(contact -> contact.dead() == null)
                .map(Contact::address)
                .toList();
    }

    /** All addresses of a person, dead ones too, in the order in which they are tried; empty for unknown people. */
    @Transactional(readOnly = true)
    public List<Contact> known(String person) {
        Optional<People.Person> found = people.find(person);
        if (found.isEmpty()) {
            return List.of();
        }
        List<Address> addresses = new ArrayList<>();
        String mail = found.get().email();
        if (mail != null && MAIL.matcher(mail.strip()).matches()) {
            addresses.add(new Address(Kind.MAIL, mail.strip()));
        }
        added(person).stream().filter(address -> !addresses.contains(address)).forEach(addresses::add);
        return addresses.stream()
                .map(address -> new Contact(address, dead(person, address).orElse(null)))
                .toList();
    }

    /** Like {@link #known}, for those who may see it: the person, owners of rotas and managers. */
    @Transactional(readOnly = true)
    public List<Contact> shown(String person) {
        requireMayTouch(person);
        return known(person);
    }

    /**
     * Replaces what a person added to the address of their account. Whatever is entered here is tried again, dead or not.
     *
     * @throws Refused when an address cannot be one
     */
    public List<Contact> change(String person, List<Address> addresses) {
        requireMayTouch(person);
        if (people.find(person).isEmpty()) {
            throw new Refused("There is no person \"%s\".".formatted(person));
        }
        List<Address> wanted = addresses == null ? List.of() : addresses;
        check(wanted);
        List<Address> before = added(person);
        jdbc.sql("delete from oncall_address where person = ?").param(person).update();
        for (int position = 0; position < wanted.size(); position++) {
            Address address = wanted.get(position);
            String id = nextId();
            jdbc.sql("insert into oncall_address (id, person, position, kind, target) values (?, ?, ?, ?, ?)")
                    .params(
                            id,
                            person,
                            position,
                            address.kind().name(),
                            seal.seal(ADDED.place(id), address.target().strip()))
                    .update();
            if (!before.contains(address)) {
                forget(person, address);
            }
        }
        audit.record("oncall.contactsChanged", person, masked(before), masked(wanted));
        return known(person);
    }

    @Override
    public void markDead(String person, Address address, String why) {
        if (dead(person, address).isPresent()) {
            return;
        }
        String reason = Changes.blank(why) ? "It refused for good." : address.maskedIn(why.strip());
        String id = nextId();
        jdbc.sql("""
                        insert into oncall_dead_address (id, person, kind, target, why, marked_by, marked_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        id,
                        person,
                        address.kind().name(),
                        seal.seal(DEAD.place(id), address.target()),
                        reason.substring(0, Math.min(LONGEST_WHY, reason.length())),
                        rights.actor(),
                        RotaTable.utc(clock.instant()))
                .update();
        audit.record("oncall.addressDied", person, null, masked(address));
    }

    /** Lets an address be tried again; refuses when it is not dead. */
    public List<Contact> revive(String person, Address address) {
        requireMayTouch(person);
        if (forget(person, address) == 0) {
            throw new Refused("%s is not marked dead for %s.".formatted(address.target(), rights.name(person)));
        }
        audit.record("oncall.addressRevived", person, masked(address), null);
        return known(person);
    }

    private int forget(String person, Address address) {
        int forgotten = 0;
        for (DeadRow row : deadOnes(person)) {
            if (row.address.equals(address)) {
                forgotten += jdbc.sql("delete from oncall_dead_address where id = ?")
                        .param(row.id)
                        .update();
            }
        }
        return forgotten;
    }

    private List<Address> added(String person) {
        return jdbc.sql("select id, kind, target from oncall_address where person = ? order by position")
                .param(person)
                .query((row, number) -> address(ADDED, row))
                .list();
    }

    private Optional<Dead> dead(String person, Address address) {
        return deadOnes(person).stream()
                .filter(row -> row.address.equals(address))
                .map(DeadRow::dead)
                .findFirst();
    }

    /** No database can search what is sealed. */
    private List<DeadRow> deadOnes(String person) {
        return jdbc.sql("select * from oncall_dead_address where person = ? order by marked_at, id")
                .param(person)
                .query((row, number) -> new DeadRow(
                        row.getString("id"),
                        address(DEAD, row),
                        new Dead(
                                RotaTable.instant(row, "marked_at"), row.getString("marked_by"), row.getString("why"))))
                .list();
    }

    private Address address(SealedColumn column, ResultSet row) throws SQLException {
        return new Address(
                Kind.valueOf(row.getString("kind")),
                seal.open(column.place(row.getString("id")), row.getString("target")));
    }

    private String nextId() {
        return "AD-"
                + jdbc.sql("select nextval('oncall_address_number')")
                        .query(Long.class)
                        .single();
    }

    private static List<Address> masked(List<Address> addresses) {
        return addresses.stream().map(ContactBook::masked).toList();
    }

    private static Address masked(Address address) {
        return new Address(address.kind(), address.masked());
    }

    private void requireMayTouch(String person) {
        if (!rights.isSelf(person) && !rights.manages() && rotas.all().stream().noneMatch(rights::keeps)) {
            throw new Refused("You may see and change only your own addresses.");
        }
    }

    private static void check(List<Address> addresses) {
        if (addresses.size() > MOST_ADDRESSES) {
            throw new Refused("A person has at most %d addresses.".formatted(MOST_ADDRESSES));
        }
        for (Address address : addresses) {
            if (address.kind() == null || Changes.blank(address.target())) {
                throw new Refused("Each address needs a kind, MAIL or CHAT, and a target.");
            }
            String target = address.target().strip().toLowerCase(Locale.ROOT);
            boolean good = address.kind() == Kind.MAIL
                    ? MAIL.matcher(target).matches()
                    : HOOK.matcher(target).matches();
            if (!good || target.length() > LONGEST_TARGET) {
                throw new Refused(
                        address.kind() == Kind.MAIL
                                ? "\"%s\" is no mail address.".formatted(address.target())
                                : "\"%s\" is no id of a chat hook: small letters, digits and single dashes."
                                        .formatted(address.target()));
            }
        }
        if (addresses.stream().distinct().count() < addresses.size()) {
            throw new Refused("Each address stands once.");
        }
    }

    /**
     * An address of a person.
     *
     * @param dead why it is not tried, or null
     */
    public record Contact(Address address, Dead dead) {}

    /** When, by whom and why an address was marked dead. */
    public record Dead(Instant since, String by, String why) {}

    private record DeadRow(String id, Address address, Dead dead) {}
}
