package io.watchdesk.platform.access;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.stereotype.Component;

/** Creates the groups that the models name; groups of a read-only directory are left to it. */
@Component
class Groups {

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
            group.setType("WORKFLOW");
            identities.saveGroup(group);
        });
    }
}
