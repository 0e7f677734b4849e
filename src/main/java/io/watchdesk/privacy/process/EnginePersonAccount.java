package io.watchdesk.privacy.process;

import io.watchdesk.platform.People;
import io.watchdesk.privacy.PersonAccount;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.springframework.stereotype.Component;

/** Accounts as the engine keeps them, unless a directory does. */
@Component
class EnginePersonAccount implements PersonAccount {

    private final IdentityService identities;
    private final AuthorizationService authorizations;
    private final People people;

    EnginePersonAccount(IdentityService identities, AuthorizationService authorizations, People people) {
        this.identities = identities;
        this.authorizations = authorizations;
        this.people = people;
    }

    @Override
    public boolean remove(String person) {
        return people.asSystem(() -> {
            for (Authorization granted :
                    authorizations.createAuthorizationQuery().userIdIn(person).list()) {
                authorizations.deleteAuthorization(granted.getId());
            }
            boolean ours = !identities.isReadOnly()
                    && identities.createUserQuery().userId(person).count() > 0;
            if (ours) {
                identities.deleteUser(person);
            }
            return ours;
        });
    }
}
