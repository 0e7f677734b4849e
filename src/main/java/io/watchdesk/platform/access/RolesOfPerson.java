package io.watchdesk.platform.access;

import io.watchdesk.platform.DeskRights;
import io.watchdesk.platform.access.AccessFile.Role;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Adds up the roles of the groups with which the person of this request came in. */
@Component
class RolesOfPerson implements DeskRights {

    private final AccessFile access;
    private final IdentityService identities;

    RolesOfPerson(AccessFile access, @Lazy IdentityService identities) {
        this.access = access;
        this.identities = identities;
    }

    @Override
    public boolean maySee(String page) {
        return administrator() || any(Role::desk, page);
    }

    @Override
    public boolean mayRead(String register) {
        return owns(register) || any(Role::registers, register);
    }

    @Override
    public boolean owns(String register) {
        return administrator() || any(Role::owns, register);
    }

    @Override
    public boolean mayOpen(String application) {
        return administrator() || any(Role::applications, application);
    }

    @Override
    public Set<String> watched() {
        return roles().map(Role::watches).flatMap(Collection::stream).collect(Collectors.toSet());
    }

    @Override
    public boolean administrator() {
        return groups().contains(Groups.CAMUNDA_ADMIN);
    }

    private boolean any(Function<Role, List<String>> of, String wanted) {
        return roles().map(of).anyMatch(names -> names.contains(wanted));
    }

    private Stream<Role> roles() {
        return groups().stream().map(access.roles()::get).filter(Objects::nonNull);
    }

    private List<String> groups() {
        Authentication authentication = identities.getCurrentAuthentication();
        return authentication == null || authentication.getGroupIds() == null
                ? List.of()
                : authentication.getGroupIds();
    }
}
