package io.watchdesk.platform.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import io.watchdesk.notification.Message;
import io.watchdesk.notification.Notifications;
import io.watchdesk.platform.People.Person;
import io.watchdesk.testing.ApplicationSpecification;
import io.watchdesk.testing.TasklistClient;
import io.watchdesk.testing.TasklistClient.Answer;
import io.watchdesk.testing.TestDirectory;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People of a directory in the running application, over TLS: what they may do, and what happens when it is away. */
class DirectorySignInTest extends ApplicationSpecification {

    private static final String PEOPLE = "ou=people," + TestDirectory.ROOT;
    private static final String GROUPS = "ou=groups," + TestDirectory.ROOT;
    private static final String PASSWORD = "of the directory";
    private static final String LIA = "lia.berg@example.com";

    @Autowired
    private DirectorySync sync;

    @Autowired
    private SignInThrottle throttle;

    @Autowired
    private Notifications notifications;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void lia_writes() throws Exception {
        throttle.forget();
        person(LIA, "Lia", "Berg");
        group("Redaktion", LIA);
    }

    @AfterEach
    void the_directory_is_empty_again() throws Exception {
        throttle.forget();
        TestDirectory.server().startListening();
        for (String base : List.of(PEOPLE, GROUPS)) {
            TestDirectory.server().deleteSubtree(base);
            TestDirectory.server().add("dn: " + base, "objectClass: organizationalUnit", "ou: " + base.substring(3, 9));
        }
        identityService.clearAuthentication();
        for (String person : List.of(LIA, "otis", "kim")) {
            identityService.deleteUser(person);
        }
        database.sql("delete from outside_person").update();
    }

    @Test
    void whoever_signs_in_sees_the_tasks_of_the_group_and_no_others() {
        Task drafts = task("writers");
        Task reviews = task("reviewers");
        try {
            TasklistClient lia = TasklistClient.login(at("/"), LIA, PASSWORD);

            Answer seen = lia.engine("GET", "/task?name=directory&maxResults=9", null);
            assertThat(seen.json().findValuesAsText("id")).as(seen.toString()).containsExactly(drafts.getId());
            assertThat(lia.engine("GET", "/task/" + reviews.getId(), null).status())
                    .isEqualTo(404);
            assertThat(lia.claim(drafts.getId(), LIA).status()).isEqualTo(204);
            assertThat(lia.get("/api/probe").json().path("groups").toString()).isEqualTo("[\"writers\"]");
            assertThat(lia.get("/camunda/app/cockpit/default/").status()).isEqualTo(403);
        } finally {
            taskService.deleteTasks(List.of(drafts.getId(), reviews.getId()), true);
        }
    }

    @Test
    void people_are_known_and_get_mail_before_they_first_sign_in() throws Exception {
        sync.look();

        assertThat(people.inGroup("writers")).contains(new Person(LIA, "Lia", "Berg", LIA));
        notifications.tellPerson(LIA, new Message.TaskWaiting("C-1", "Spring tea", "t-1", "Write draft", null));
        await().until(() -> mail().getReceivedMessages().length == 1);
        assertThat(mail().getReceivedMessages()[0].getAllRecipients()[0].toString())
                .contains(LIA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "lia*", "lia.berg@example.com)(uid=*", "*)(|(uid=*", "LIA.BERG@example.com", "nobody"})
    void another_name_opens_nothing(String name) {
        assertThat(signIn(name, PASSWORD).status()).isEqualTo(401);
    }

    @Test
    void a_wrong_password_opens_nothing_and_guessing_is_slowed_down() {
        for (String password : List.of("wrong", "", "of the directory ", "*")) {
            assertThat(signIn(LIA, password).status()).as(password).isEqualTo(401);
        }
        assertThat(signIn(LIA, "again").status()).isEqualTo(401);
        Answer held = signIn(LIA, PASSWORD);
        assertThat(held.status()).isEqualTo(400);
        assertThat(held.sentence()).startsWith("Too many wrong passwords");
    }

    @Test
    void a_directory_that_is_away_is_told_and_stops_nobody_who_is_in() throws Exception {
        TasklistClient lia = TasklistClient.login(at("/"), LIA, PASSWORD);
        TestDirectory.server().shutDown(true);

        for (int attempt = 0; attempt < 8; attempt++) {
            Answer refused = signIn(LIA, PASSWORD);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.sentence()).startsWith("The directory does not answer");
            assertThat(refused.text()).doesNotContain("Exception", "ldap", "localhost");
        }
        assertThatThrownBy(sync::look).isInstanceOf(DirectoryAway.class);
        assertThat(lia.get("/api/probe").json().path("groups").toString()).isEqualTo("[\"writers\"]");
        assertThat(people.find(LIA)).map(Person::email).contains(LIA);
        assertThat(signIn("rita", "rita").status()).as("kept by ourselves").isEqualTo(200);

        TestDirectory.server().startListening();
        assertThat(signIn(LIA, PASSWORD).status()).as("the tries did not count").isEqualTo(200);
    }

    @Test
    void a_right_that_is_taken_away_there_ends_here_without_a_sign_in() throws Exception {
        TasklistClient lia = TasklistClient.login(at("/"), LIA, PASSWORD);
        int before = audited("platform.groupsChanged", LIA);
        person("otis", "Otis", "Lang");
        group("Bereitschaft", "otis", LIA);
        sync.look();
        assertThat(people.groupsOf(LIA)).containsExactly("oncall-tier-1", "writers");

        TestDirectory.server().delete("cn=Redaktion," + GROUPS);
        sync.look();
        assertThat(lia.get("/api/probe").json().path("groups").toString()).isEqualTo("[\"oncall-tier-1\"]");
        timePasses(Duration.ofMinutes(5));
        TestDirectory.server().delete("uid=" + LIA + "," + PEOPLE);
        sync.look();

        assertThat(people.groupsOf(LIA)).isEmpty();
        assertThat(lia.get("/api/probe").status()).as("the session is over").isEqualTo(401);
        assertThat(signIn(LIA, PASSWORD).status()).isEqualTo(401);
        assertThat(people.displayName(LIA)).as("records name her").isEqualTo("Lia Berg");
        assertThat(audited("platform.groupsChanged", LIA) - before).isEqualTo(3);
    }

    @Test
    void a_directory_that_tells_of_nobody_takes_no_rights_away() throws Exception {
        sync.look();
        TestDirectory.server().delete("cn=Redaktion," + GROUPS);

        assertThatThrownBy(sync::look).isInstanceOf(DirectoryAway.class).hasMessageContaining("nobody");
        assertThat(people.groupsOf(LIA)).containsExactly("writers");
    }

    @Test
    void whoever_has_no_role_here_is_told_so() throws Exception {
        person("kim", "Kim", "Lee");
        group("Kantine", "kim");

        Answer answer = signIn("kim", PASSWORD);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.sentence()).contains("none of your groups in the directory has a role in Watchdesk");
        assertThat(people.find("kim")).isEmpty();
    }

    @Test
    void nobody_becomes_somebody_who_is_here_already() throws Exception {
        person("rita", "Not", "Rita");
        person(SYSTEM, "Not", "System");
        group("Leitung", "rita", SYSTEM);
        sync.look();

        assertThat(people.groupsOf("rita")).containsExactly("reviewers");
        assertThat(people.find(SYSTEM)).isEmpty();
        assertThat(signIn("rita", PASSWORD).status()).isEqualTo(401);
        assertThat(signIn(SYSTEM, PASSWORD).sentence()).startsWith("Nobody can be called");
    }

    @Test
    void what_is_kept_there_is_not_changed_here() {
        assertThat(signIn(LIA, PASSWORD).status()).isEqualTo(200);
        TasklistClient admin = TasklistClient.login(at("/"), "admin", "admin");

        for (Answer answer : List.of(
                admin.engine("PUT", "/user/" + LIA + "/profile", Map.of("id", LIA, "email", "else@example.com")),
                admin.engine(
                        "PUT",
                        "/user/" + LIA + "/credentials",
                        Map.of("password", "seven boats under 1 bridge", "authenticatedUserPassword", "admin")),
                admin.engine("DELETE", "/group/writers/members/" + LIA, null))) {
            assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
            assertThat(answer.sentence()).endsWith("please change it there.").contains(LIA);
        }
        assertThat(admin.engine("PUT", "/group/planners/members/" + LIA, null).status())
                .as("a group that the directory does not know")
                .isEqualTo(204);
        sync.look();
        assertThat(people.groupsOf(LIA)).containsExactly("planners", "writers");
        assertThat(people.find(LIA)).map(Person::email).contains(LIA);
    }

    private static final String SYSTEM = io.watchdesk.platform.People.SYSTEM;

    private Task task(String group) {
        Task task = taskService.newTask();
        task.setName("directory");
        taskService.saveTask(task);
        taskService.addCandidateGroup(task.getId(), group);
        return task;
    }

    private static void person(String id, String first, String last) throws Exception {
        TestDirectory.server()
                .add(
                        "dn: uid=" + id + "," + PEOPLE,
                        "objectClass: person",
                        "uid: " + id,
                        "givenName: " + first,
                        "sn: " + last,
                        "mail: " + (id.contains("@") ? id : id + "@example.com"),
                        "userPassword: " + PASSWORD);
    }

    private static void group(String name, String... members) throws Exception {
        String dn = "cn=" + name + "," + GROUPS;
        TestDirectory.server().add("dn: " + dn, "objectClass: groupOfNames", "cn: " + name);
        for (String member : members) {
            add(dn, "uid=" + member + "," + PEOPLE);
        }
    }

    private static void add(String group, String member) throws LDAPException {
        TestDirectory.server().modify(group, new Modification(ModificationType.ADD, "member", member));
    }

    private Integer audited(String action, String subject) {
        return database.sql("select count(*) from audit_entry where action = ? and subject = ?")
                .params(action, subject)
                .query(Integer.class)
                .single();
    }

    private Answer signIn(String person, String password) {
        TasklistClient client = new TasklistClient(at("/"));
        client.get("/camunda/app/tasklist/default/");
        return client.send(
                "POST",
                "/camunda/api/admin/auth/user/default/login/tasklist",
                "application/x-www-form-urlencoded",
                BodyPublishers.ofString("username=" + encoded(person) + "&password=" + encoded(password)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
