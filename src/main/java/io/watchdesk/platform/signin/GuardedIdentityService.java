package io.watchdesk.platform.signin;

import io.watchdesk.platform.Refused;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;

/** Holds people to the rules for passwords; what settings and the demo say is taken as it is. */
class GuardedIdentityService extends IdentityServiceImpl {

    private static final String AGAINST_THE_RULES = "Password does not match policy";

    private final PasswordRules rules;

    GuardedIdentityService(PasswordRules rules) {
        this.rules = rules;
    }

    @Override
    public void saveUser(User user) {
        try {
            super.saveUser(user, getCurrentAuthentication() == null);
        } catch (ProcessEngineException failure) {
            if (AGAINST_THE_RULES.equals(failure.getMessage())) {
                throw new Refused(rules.sentence());
            }
            throw failure;
        }
    }

    /** The engine would answer a second membership with a fault of the database. */
    @Override
    public void createMembership(String userId, String groupId) {
        if (getCurrentAuthentication() != null
                && createUserQuery().userId(userId).memberOfGroup(groupId).count() > 0) {
            throw new Refused("%s is a member of %s already.".formatted(userId, groupId));
        }
        super.createMembership(userId, groupId);
    }
}
