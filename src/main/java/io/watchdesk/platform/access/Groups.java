package io.watchdesk.platform.access;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.stereotype.Component;

/** Creates the groups that the models name; groups of a read-only directory are left to it. */
@Component
class Groups {

    /** Tells the groups of the file from others. */
    private static final String TYPE = "WATCHDESK";

    private final AccessFile file;
    private final IdentityService identities;

    Groups(AccessFile file, IdentityService identities) {
        this.file = file;
        this.identities = identities;
    }

    void create() {
        if (identities.isReadOnly()) {
            return;
        }
        file.roles().forEach((id, role) -> {
            Group known = identities.createGroupQuery().groupId(id).singleResult();
            Group group = known == null ? identities.newGroup(id) : known;
            group.setName(role.name());
            group.setType(TYPE);
            identities.saveGroup(group);
        });
    }

    /** Groups that an earlier version of the file created and this one no longer names. */
    List<String> dropped() {
        return identities.createGroupQuery().groupType(TYPE).list().stream()
                .map(Group::getId)
                .filter(id -> !file.roles().containsKey(id))
                .toList();
    }
}
