package io.watchdesk.testing;

import io.watchdesk.platform.People;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;

/** The people of the stories that tests tell, and speaking for one of them. */
public final class Cast {

    private static final Map<String, String> GROUPS = Map.ofEntries(
            Map.entry("pia", "planners"),
            Map.entry("wei", "writers"),
            Map.entry("wanda", "writers"),
            Map.entry("rita", "reviewers"),
            Map.entry("remy", "reviewers"),
            Map.entry("lena", "legal"),
            Map.entry("olga", "oncall-tier-1"),
            Map.entry("otto", "oncall-tier-1"),
            Map.entry("petra", "oncall-tier-2"),
            Map.entry("peng", "oncall-tier-2"),
            Map.entry("carla", "oncall-command"),
            Map.entry("eva", "oncall-executive"),
            Map.entry("mark", "cc-market"),
            Map.entry("prue", "cc-pr"),
            Map.entry("tess", "cc-tech"),
            Map.entry("leo", "cc-legal"),
            Map.entry("chen", "chief-editors"),
            Map.entry("paul", "publishers"),
            Map.entry("max", "managers"),
            Map.entry("admin", "camunda-admin"));

    private final IdentityService identities;
    private final People people;

    /** The cast on this stage, which is still empty. */
    public Cast(IdentityService identities, People people) {
        this.identities = identities;
        this.people = people;
    }

    /** Makes everybody known who is not yet. */
    public void assemble() {
        GROUPS.forEach(this::join);
    }

    /** Makes this person a member of these groups and of no other; password and mail address follow from the id. */
    void join(String person, String... groups) {
        identities.clearAuthentication();
        if (identities.createUserQuery().userId(person).count() == 0) {
            User user = identities.newUser(person);
            user.setFirstName(person.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + person.substring(1));
            user.setEmail(person + "@example.com");
            user.setPassword(person);
            identities.saveUser(user);
        }
        List<String> wanted = List.of(groups);
        List<String> present = people.groupsOf(person);
        for (String group : present) {
            if (!wanted.contains(group)) {
                identities.deleteMembership(person, group);
            }
        }
        for (String group : wanted) {
            if (identities.createGroupQuery().groupId(group).count() == 0) {
                identities.saveGroup(identities.newGroup(group));
            }
            if (!present.contains(group)) {
                identities.createMembership(person, group);
            }
        }
    }

    /** Does something as this person with the groups they are in now, as a signed-in browser would. */
    public <T> T as(String person, Supplier<T> deed) {
        List<String> groups = people.groupsOf(person);
        identities.setAuthentication(person, groups);
        try {
            return deed.get();
        } finally {
            identities.clearAuthentication();
        }
    }
}
