package io.watchdesk.platform.access;

import io.watchdesk.platform.access.AccessFile.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.stereotype.Component;

/** Grants each group what its role names and takes back what it does not; the rights on single tasks stay the engine's. */
@Component
class Grants {

    private static final String ANY = "*";

    private final AccessFile file;
    private final Groups groups;
    private final AuthorizationService authorizations;

    Grants(AccessFile file, Groups groups, AuthorizationService authorizations) {
        this.file = file;
        this.groups = groups;
        this.authorizations = authorizations;
    }

    /** @param filters the id in the file to the id in the engine */
    void apply(Map<String, String> filters) {
        file.roles().forEach((group, role) -> apply(group, wanted(role, filters)));
        groups.dropped().forEach(group -> apply(group, new LinkedHashMap<>()));
    }

    private void apply(String group, Map<Right, Permission[]> wanted) {
        List<Authorization> present =
                authorizations.createAuthorizationQuery().groupIdIn(group).list();
        for (Authorization authorization : present) {
            Right right = new Right(authorization.getResourceType(), authorization.getResourceId());
            Permission[] permissions = wanted.remove(right);
            if (permissions != null) {
                authorization.setPermissions(permissions);
                authorizations.saveAuthorization(authorization);
            } else if (authorization.getResourceType() != Resources.TASK.resourceType()) {
                authorizations.deleteAuthorization(authorization.getId());
            }
        }
        wanted.forEach((right, permissions) -> {
            Authorization authorization = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            authorization.setGroupId(group);
            authorization.setResourceType(right.resourceType());
            authorization.setResourceId(right.resourceId());
            authorization.setPermissions(permissions);
            authorizations.saveAuthorization(authorization);
        });
    }

    private Map<Right, Permission[]> wanted(Role role, Map<String, String> filters) {
        Map<Right, Permission[]> wanted = new LinkedHashMap<>();
        grant(wanted, Resources.APPLICATION, "welcome", Permissions.ACCESS);
        role.applications()
                .forEach(application -> grant(wanted, Resources.APPLICATION, application, Permissions.ACCESS));
        // Without these two, colleagues and groups show as bare ids.
        grant(wanted, Resources.USER, ANY, Permissions.READ);
        grant(wanted, Resources.GROUP, ANY, Permissions.READ);
        if (!role.starts().isEmpty()) {
            grant(wanted, Resources.PROCESS_INSTANCE, ANY, Permissions.CREATE);
        }
        role.knows()
                .forEach(process ->
                        grant(wanted, Resources.PROCESS_DEFINITION, process, ProcessDefinitionPermissions.READ));
        role.starts()
                .forEach(process -> grant(
                        wanted,
                        Resources.PROCESS_DEFINITION,
                        process,
                        ProcessDefinitionPermissions.READ,
                        ProcessDefinitionPermissions.CREATE_INSTANCE));
        for (String process : role.watches()) {
            Permission[] watching = {
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.READ_TASK,
                ProcessDefinitionPermissions.READ_HISTORY
            };
            grant(
                    wanted,
                    Resources.PROCESS_DEFINITION,
                    process,
                    role.starts().contains(process)
                            ? plus(watching, ProcessDefinitionPermissions.CREATE_INSTANCE)
                            : watching);
        }
        if (!role.watches().isEmpty()) {
            grant(wanted, Resources.DECISION_DEFINITION, ANY, Permissions.READ, Permissions.READ_HISTORY);
        }
        role.filters().forEach(filter -> grant(wanted, Resources.FILTER, filters.get(filter), Permissions.READ));
        return wanted;
    }

    private static Permission[] plus(Permission[] permissions, Permission more) {
        Permission[] all = java.util.Arrays.copyOf(permissions, permissions.length + 1);
        all[permissions.length] = more;
        return all;
    }

    private static void grant(
            Map<Right, Permission[]> wanted, Resource resource, String id, Permission... permissions) {
        wanted.put(new Right(resource.resourceType(), id), permissions);
    }

    /** One thing that rights are about. */
    private record Right(int resourceType, String resourceId) {}
}
