package io.watchdesk.platform.engine;

import io.watchdesk.platform.People;
import io.watchdesk.platform.SystemIdentity;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** People as the engine's identity service knows them, whatever directory stands behind it. */
@Component
class EnginePeople implements People {

    private final IdentityService identities;

    EnginePeople(@Lazy IdentityService identities) {
        this.identities = identities;
    }

    @Override
    public Optional<String> current() {
        Authentication authentication = identities.getCurrentAuthentication();
        return Optional.ofNullable(authentication).map(Authentication::getUserId);
    }

    @Override
    public Optional<Person> find(String id) {
        return asSystem(() -> Optional.ofNullable(
                        identities.createUserQuery().userId(id).singleResult())
                .map(EnginePeople::person));
    }

    @Override
    public List<Person> all() {
        return asSystem(() -> identities.createUserQuery().orderByUserId().asc().list().stream()
                .map(EnginePeople::person)
                .toList());
    }

    @Override
    public List<Person> inGroup(String group) {
        return asSystem(() -> identities.createUserQuery().memberOfGroup(group).orderByUserId().asc().list().stream()
                .map(EnginePeople::person)
                .toList());
    }

    @Override
    public List<String> groupsOf(String id) {
        return asSystem(() -> identities.createGroupQuery().groupMember(id).orderByGroupId().asc().list().stream()
                .map(Group::getId)
                .toList());
    }

    @Override
    public <T> T asSystem(Supplier<T> deed) {
        Authentication asked = identities.getCurrentAuthentication();
        identities.clearAuthentication();
        try {
            return SystemIdentity.as("the system itself", deed);
        } finally {
            if (asked != null) {
                identities.setAuthentication(asked.getUserId(), asked.getGroupIds(), asked.getTenantIds());
            }
        }
    }

    @Override
    public <T> T as(String person, Supplier<T> deed) {
        Authentication asked = identities.getCurrentAuthentication();
        identities.setAuthentication(person, groupsOf(person), List.of());
        try {
            return deed.get();
        } finally {
            identities.clearAuthentication();
            if (asked != null) {
                identities.setAuthentication(asked.getUserId(), asked.getGroupIds(), asked.getTenantIds());
            }
        }
    }

    private static Person person(User user) {
        return new Person(user.getId(), user.getFirstName(), user.getLastName(), user.getEmail());
    }
}
