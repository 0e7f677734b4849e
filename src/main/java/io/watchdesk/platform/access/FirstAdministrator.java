package io.watchdesk.platform.access;

import java.security.SecureRandom;
import java.util.Base64;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Sees to it that somebody can administer: the one that the settings name, or, while nobody is an administrator, the user
 * {@code admin} with a random password that is printed once.
 */
@Component
class FirstAdministrator {

    private static final String DEFAULT_ID = "admin";
    private static final int PASSWORD_BYTES = 16;

    private final AdministratorSettings settings;
    private final IdentityService identities;
    private final AuthorizationService authorizations;

    FirstAdministrator(
            AdministratorSettings settings, IdentityService identities, AuthorizationService authorizations) {
        this.settings = settings;
        this.identities = identities;
        this.authorizations = authorizations;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(2)
    void appoint() {
        grantEverything();
        if (identities.isReadOnly() || somebodyAdministers()) {
            return;
        }
        String id = settings.id() == null ? DEFAULT_ID : settings.id();
        String password = settings.password() == null ? randomPassword() : settings.password();
        User user = identities.createUserQuery().userId(id).singleResult();
        if (user == null) {
            user = identities.newUser(id);
            user.setFirstName("Watchdesk");
            user.setLastName("Administrator");
        }
        if (settings.email() != null) {
            user.setEmail(settings.email());
        }
        user.setPassword(password);
        identities.saveUser(user);
        identities.createMembership(id, Groups.CAMUNDA_ADMIN);
        if (settings.password() == null) {
            System.out.printf(
                    "%n%s%n  The first administrator is \"%s\" with the password  %s%n"
                            + "  It is shown only this once. Sign in and change it.%n%1$s%n%n",
                    "=".repeat(78), id, password);
        }
    }

    private boolean somebodyAdministers() {
        return identities.createUserQuery().memberOfGroup(Groups.CAMUNDA_ADMIN).count() > 0;
    }

    /** The administrators' group may do everything; the webapps themselves would grant that only on their set-up page. */
    private void grantEverything() {
        if (!identities.isReadOnly()
                && identities.createGroupQuery().groupId(Groups.CAMUNDA_ADMIN).count() == 0) {
            Group group = identities.newGroup(Groups.CAMUNDA_ADMIN);
            group.setName("Administrators");
            group.setType(Groups.GROUP_TYPE_SYSTEM);
            identities.saveGroup(group);
        }
        for (Resource resource : Resources.values()) {
            boolean granted = authorizations
                            .createAuthorizationQuery()
                            .groupIdIn(Groups.CAMUNDA_ADMIN)
                            .resourceType(resource)
                            .resourceId(Authorization.ANY)
                            .count()
                    > 0;
            if (!granted) {
                Authorization all = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
                all.setGroupId(Groups.CAMUNDA_ADMIN);
                all.setResource(resource);
                all.setResourceId(Authorization.ANY);
                all.addPermission(Permissions.ALL);
                authorizations.saveAuthorization(all);
            }
        }
    }

    private static String randomPassword() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
