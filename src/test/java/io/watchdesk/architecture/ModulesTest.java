package io.watchdesk.architecture;

import io.watchdesk.WatchdeskApplication;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ModulesTest {

    @Test
    void modules_use_only_what_their_package_info_allows_and_only_each_others_roots() {
        ApplicationModules.of(WatchdeskApplication.class).verify();
    }
}
