package io.watchdesk.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class FirstAdministratorTest {

    private ProcessEngine engine;
    private IdentityService identities;

    @BeforeEach
    void an_installation_without_people() {
        engine = ProcessEngineConfiguration.createStandaloneInMemProcessEngineConfiguration()
                .setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID())
                .setProcessEngineName("first-administrator")
                .buildProcessEngine();
        identities = engine.getIdentityService();
    }

    @AfterEach
    void it_is_closed() {
        engine.close();
    }

    @Test
    void without_settings_a_made_up_password_is_shown_once(CapturedOutput console) {
        appoint(new AdministratorSettings(null, null, null));
        appoint(new AdministratorSettings(null, null, null));

        Matcher shown =
                Pattern.compile("\"admin\" with the password +(\\S{16,})").matcher(console.getOut());
        assertThat(shown.find()).as(console.getOut()).isTrue();
        assertThat(identities.checkPassword("admin", shown.group(1))).isTrue();
        assertThat(shown.find()).as("shown again").isFalse();
        assertThat(administrators()).containsExactly("admin");
    }

    @Test
    void the_settings_name_the_first_administrator_and_nothing_is_shown(CapturedOutput console) {
        appoint(new AdministratorSettings("olga", "a-long-password", "olga@brand.example"));

        assertThat(identities.checkPassword("olga", "a-long-password")).isTrue();
        assertThat(identities.createUserQuery().userId("olga").singleResult().getEmail())
                .isEqualTo("olga@brand.example");
        assertThat(administrators()).containsExactly("olga");
        assertThat(console.getOut()).doesNotContain("a-long-password");
    }

    @Test
    void whoever_administers_already_is_left_alone(CapturedOutput console) {
        appoint(new AdministratorSettings("olga", "a-long-password", null));

        appoint(new AdministratorSettings("olga", "another-password", null));
        appoint(new AdministratorSettings(null, null, null));

        assertThat(identities.checkPassword("olga", "a-long-password")).isTrue();
        assertThat(administrators()).containsExactly("olga");
        assertThat(console.getOut()).doesNotContain("password");
    }

    @Test
    void administrators_may_do_everything() {
        appoint(new AdministratorSettings(null, "a-long-password", null));
        appoint(new AdministratorSettings(null, "a-long-password", null));

        assertThat(engine.getAuthorizationService()
                        .createAuthorizationQuery()
                        .groupIdIn("camunda-admin")
                        .resourceId("*")
                        .list())
                .hasSize(Resources.values().length);
    }

    private void appoint(AdministratorSettings settings) {
        new FirstAdministrator(settings, identities, engine.getAuthorizationService()).appoint();
    }

    private java.util.List<String> administrators() {
        return identities.createUserQuery().memberOfGroup("camunda-admin").list().stream()
                .map(User::getId)
                .toList();
    }
}
