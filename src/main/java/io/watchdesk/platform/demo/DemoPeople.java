package io.watchdesk.platform.demo;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.User;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The people of the demo; each one's password is the own id. They exist in the profile {@code demo} only. */
@Component
@Profile("demo")
class DemoPeople {

    static final List<DemoPerson> PEOPLE = List.of(
            new DemoPerson("pia", "Pia", "Lindner", "planners", "planner"),
            new DemoPerson("wanda", "Wanda", "Okafor", "writers", "writer"),
            new DemoPerson("wei", "伟", "陈", "writers", "writer"),
            new DemoPerson("rita", "Rita", "Moreau", "reviewers", "reviewer"),
            new DemoPerson("remy", "Remy", "Haddad", "reviewers", "reviewer"),
            new DemoPerson("lena", "Lena", "Petrova", "legal, cc-legal", "legal"),
            new DemoPerson("chen", "晨", "林", "chief-editors", "chief editor"),
            new DemoPerson("paul", "Paul", "Novak", "publishers", "publisher"),
            new DemoPerson("olga", "Olga", "Ivanova", "oncall-tier-1", "on call"),
            new DemoPerson("otto", "Otto", "Lang", "oncall-tier-1", "on call"),
            new DemoPerson("petra", "Petra", "Schmidt", "oncall-tier-2", "PR manager"),
            new DemoPerson("peng", "鹏", "王", "oncall-tier-2", "PR manager"),
            new DemoPerson("carla", "Carla", "Mendes", "oncall-command", "commander"),
            new DemoPerson("eva", "Eva", "Berg", "oncall-executive", "executive"),
            new DemoPerson("mark", "Mark", "Otieno", "cc-market", "command centre: market"),
            new DemoPerson("prue", "Prue", "Adams", "cc-pr", "command centre: PR"),
            new DemoPerson("tess", "Tess", "Jansen", "cc-tech", "command centre: technology"),
            new DemoPerson("max", "Max", "Weber", "managers", "manager"),
            new DemoPerson("admin", "Ada", "Minister", Groups.CAMUNDA_ADMIN, "administrator"));

    private final IdentityService identities;

    DemoPeople(IdentityService identities) {
        this.identities = identities;
    }

    /** After the groups and before the first administrator is looked for. */
    @EventListener(ApplicationStartedEvent.class)
    @Order(1)
    void move() {
        PEOPLE.forEach(this::moveIn);
        System.out.printf(
                "%n%s%n  DEMO: people, passwords and work are made up, and everybody knows the passwords.%n"
                        + "  Never let this profile face a network. People (password = name): %s%n%1$s%n%n",
                "=".repeat(78),
                String.join(", ", PEOPLE.stream().map(DemoPerson::id).toList()));
    }

    private void moveIn(DemoPerson person) {
        if (identities.createUserQuery().userId(person.id()).count() == 0) {
            User user = identities.newUser(person.id());
            user.setFirstName(person.firstName());
            user.setLastName(person.lastName());
            user.setEmail(person.id() + "@watchdesk.example");
            user.setPassword(person.id());
            identities.saveUser(user);
        }
        person.memberOf().forEach(group -> join(person.id(), group));
    }

    private void join(String person, String group) {
        if (identities.createGroupQuery().groupId(group).count() == 0) {
            identities.saveGroup(identities.newGroup(group));
        }
        if (identities.createUserQuery().userId(person).memberOfGroup(group).count() == 0) {
            identities.createMembership(person, group);
        }
    }

    /**
     * @param groups ids, separated by commas
     * @param role as the login page calls it
     */
    record DemoPerson(String id, String firstName, String lastName, String groups, String role) {

        List<String> memberOf() {
            return List.of(groups.split(",\\s*"));
        }
    }
}
