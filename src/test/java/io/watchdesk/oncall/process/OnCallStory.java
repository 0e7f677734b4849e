package io.watchdesk.oncall.process;

import static io.watchdesk.oncall.OnCallLab.ROTA;
import static io.watchdesk.oncall.OnCallLab.at;

import io.watchdesk.oncall.Changes;
import io.watchdesk.oncall.ContactBook;
import io.watchdesk.oncall.Coverage;
import io.watchdesk.oncall.OnCall;
import io.watchdesk.oncall.OnCallLab;
import io.watchdesk.oncall.Rotas;
import io.watchdesk.testing.ProcessSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nina, Noah and Nora take turns on the rota of the lab; Max owns it. */
abstract class OnCallStory extends ProcessSpecification {

    @Autowired
    protected Rotas rotas;

    @Autowired
    protected Changes changes;

    @Autowired
    protected Coverage coverage;

    @Autowired
    protected ContactBook contacts;

    @Autowired
    protected OnCall onCall;

    @Autowired
    protected JdbcClient jdbc;

    @BeforeEach
    void the_rota_of_the_lab() {
        new OnCallLab(jdbc).sweep();
        for (String person : List.of("nina", "noah", "nora")) {
            isMemberOf(person, ROTA);
        }
        mayStart(OncallChangeModel.PROCESS);
        mayStart(OncallSwapModel.PROCESS);
        theTimeIs(at("2026-12-01T08:00"));
        rotas.save(OnCallLab.daily("nina", "noah", "nora"));
    }

    @AfterEach
    void no_traces() {
        new OnCallLab(jdbc).sweep();
    }

    /** What roles.yaml grants to the groups of the house, for the group of the lab. */
    private void mayStart(String process) {
        grant(Resources.PROCESS_DEFINITION, process, Permissions.READ, Permissions.CREATE_INSTANCE);
        grant(Resources.PROCESS_INSTANCE, "*", Permissions.CREATE);
    }

    private void grant(Resources resource, String id, Permissions... permissions) {
        AuthorizationService authorizations = engine.getAuthorizationService();
        boolean granted = authorizations
                        .createAuthorizationQuery()
                        .groupIdIn(ROTA)
                        .resourceType(resource)
                        .resourceId(id)
                        .count()
                > 0;
        if (!granted) {
            Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            grant.setGroupId(ROTA);
            grant.setResource(resource);
            grant.setResourceId(id);
            grant.setPermissions(permissions);
            authorizations.saveAuthorization(grant);
        }
    }

    protected List<String> who(String local) {
        return onCall.at(ROTA, at(local)).stream().map(OnCall.Duty::person).toList();
    }

    protected static Map<String, Object> answers(Object... namesAndValues) {
        Map<String, Object> answers = new HashMap<>();
        for (int index = 0; index < namesAndValues.length; index += 2) {
            answers.put(namesAndValues[index].toString(), namesAndValues[index + 1]);
        }
        return answers;
    }
}
