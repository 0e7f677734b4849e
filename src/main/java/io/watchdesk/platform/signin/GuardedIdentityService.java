package io.watchdesk.platform.signin;

import io.watchdesk.platform.Refused;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Holds people to the rules for passwords, and keeps them from changing here what is kept elsewhere; what settings, the
 * demo and those elsewhere say is taken as it is.
 */
class GuardedIdentityService extends IdentityServiceImpl {

    private static final String AGAINST_THE_RULES = "Password does not match policy";

    private final PasswordRules rules;
    private final GroupMeanings meanings;
    private final ObjectProvider<OutsidePeople> outside;
    private final ObjectProvider<DirectorySignIn> directory;

    /** The last two are asked late, because they stand on the engine that this belongs to. */
    GuardedIdentityService(
            PasswordRules rules,
            GroupMeanings meanings,
            ObjectProvider<OutsidePeople> outside,
            ObjectProvider<DirectorySignIn> directory) {
        this.rules = rules;
        this.meanings = meanings;
        this.outside = outside;
        this.directory = directory;
    }

    @Override
    public void saveUser(User user) {
        boolean asked = getCurrentAuthentication() != null;
        if (asked && isOutside(user.getId())) {
            throw new Refused(
                    "Name, mail address and password of %s are kept where %s signs in; please change it there."
                            .formatted(user.getId(), user.getId()));
        }
        try {
            super.saveUser(user, !asked);
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
        ours(userId, groupId);
        if (getCurrentAuthentication() != null
                && createUserQuery().userId(userId).memberOfGroup(groupId).count() > 0) {
            throw new Refused("%s is a member of %s already.".formatted(userId, groupId));
        }
        super.createMembership(userId, groupId);
    }

    @Override
    public void deleteMembership(String userId, String groupId) {
        ours(userId, groupId);
        super.deleteMembership(userId, groupId);
    }

    /** Outside of any transaction, so that a directory that hangs holds no connection to the database. */
    @Override
    public boolean checkPassword(String userId, String password) {
        DirectorySignIn elsewhere = directory.getIfAvailable();
        return elsewhere != null && elsewhere.concerns(userId)
                ? elsewhere.check(userId, password)
                : super.checkPassword(userId, password);
    }

    private void ours(String person, String group) {
        if (getCurrentAuthentication() != null && meanings.ours().contains(group) && isOutside(person)) {
            throw new Refused("Whether %s belongs to %s is kept where %s signs in; please change it there."
                    .formatted(person, group, person));
        }
    }

    private boolean isOutside(String person) {
        OutsidePeople people = outside.getIfAvailable();
        return people != null && people.isOutside(person);
    }
}
