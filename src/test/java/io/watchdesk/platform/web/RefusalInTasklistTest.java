package io.watchdesk.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.watchdesk.testing.ApplicationSpecification;
import io.watchdesk.testing.Browser;
import io.watchdesk.testing.SignedIn;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RefusalInTasklistTest extends ApplicationSpecification {

    private static final int WIDTH = 1400;
    private static final int HEIGHT = 900;
    private static final int PATIENCE_IN_MILLISECONDS = 120_000;

    @Autowired
    private AuthorizationService authorizationService;

    private String deployment;
    private Authorization granted;
    private String task;

    @BeforeEach
    void a_task_of_nina() {
        isMemberOf("nina", "writers");
        granted = authorizationService.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        granted.setUserId("nina");
        granted.setResource(Resources.APPLICATION);
        granted.setResourceId("tasklist");
        granted.addPermission(Permissions.ACCESS);
        granted = authorizationService.saveAuthorization(granted);
        deployment = repositoryService
                .createDeployment()
                .addClasspathResource("models/guarded.bpmn")
                .deploy()
                .getId();
        runtimeService.startProcessInstanceByKey("guarded", "G-1");
        task = taskService
                .createTaskQuery()
                .processInstanceBusinessKey("G-1")
                .singleResult()
                .getId();
        as("nina", () -> taskService.claim(task, "nina"));
    }

    @AfterEach
    void nothing_is_left() {
        repositoryService.deleteDeployment(deployment, true);
        authorizationService.deleteAuthorization(granted.getId());
        identityService.deleteUser("nina");
    }

    @Test
    void Tasklist_shows_the_sentence_of_a_refusal_and_keeps_the_task_and_the_answers() {
        try (Browser browser = Browser.open()) {
            Page page = browser.session(WIDTH, HEIGHT).newPage();
            page.setDefaultTimeout(PATIENCE_IN_MILLISECONDS);
            page.navigate(at("/camunda/app/tasklist/default/#/?task=" + task).toString());
            SignedIn.byForm(page, "nina");
            page.fill("input[name=answer]", "refuse");
            page.click("button:text-is('Complete')");

            page.getByText("You wrote this text, so somebody else has to answer.")
                    .waitFor();
            assertThat(page.inputValue("input[name=answer]")).isEqualTo("refuse");

            page.fill("input[name=answer]", "yes");
            page.click("button:text-is('Complete')");
            page.waitForCondition(
                    () -> taskService.createTaskQuery().taskId(task).count() == 0);
        }
    }
}
