package io.watchdesk.platform.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

@ExtendWith(OutputCaptureExtension.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class DemoProfileTest {

    private ProcessEngine engine;
    private IdentityService identities;

    @BeforeEach
    void an_installation_without_people() {
        var configuration = (ProcessEngineConfigurationImpl)
                ProcessEngineConfiguration.createStandaloneInMemProcessEngineConfiguration();
        configuration.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID());
        configuration.setProcessEngineName("demo-profile");
        configuration.setGroupResourceWhitelistPattern("[a-zA-Z0-9-]+");
        engine = configuration.buildProcessEngine();
        identities = engine.getIdentityService();
    }

    @AfterEach
    void it_is_closed() {
        engine.close();
    }

    @Test
    void the_demo_says_loudly_who_is_there(CapturedOutput console) {
        try (var context = startedWith("demo")) {
            context.getBean(DemoPeople.class).move();
            context.getBean(DemoPeople.class).move();

            String style = context.getBean(ProfileStyle.class).style().getBody();
            assertThat(DemoPeople.PEOPLE).hasSizeGreaterThan(10).allSatisfy(person -> {
                assertThat(identities.checkPassword(person.id(), person.id())).isTrue();
                assertThat(identities
                                .createGroupQuery()
                                .groupMember(person.id())
                                .list())
                        .extracting(Group::getId)
                        .containsExactlyInAnyOrderElementsOf(person.memberOf());
                assertThat(style).contains("DEMO").contains(person.id() + " (" + person.role() + ")");
                assertThat(console.getOut()).contains(person.id());
            });
            assertThat(console.getOut()).contains("DEMO");
        }
    }

    @Test
    void without_the_profile_there_is_no_demo_account_and_nothing_is_said(CapturedOutput console) {
        try (var context = startedWith()) {
            assertThat(context.getBeansOfType(DemoPeople.class)).isEmpty();
            assertThat(context.getBean(ProfileStyle.class).style().getBody()).isEmpty();
            assertThat(identities.createUserQuery().count()).isZero();
            assertThat(console.getOut()).doesNotContain("DEMO");
        }
    }

    private AnnotationConfigApplicationContext startedWith(String... profiles) {
        var context = new AnnotationConfigApplicationContext();
        context.getEnvironment().setActiveProfiles(profiles);
        context.registerBean(IdentityService.class, () -> identities);
        context.register(DemoPeople.class, ProfileStyle.class);
        context.refresh();
        return context;
    }
}
