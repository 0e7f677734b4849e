package io.watchdesk.platform.engine;

import io.watchdesk.platform.ApplicationRights;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Switches the authorization check off for one engine command instead of signing the person out. */
@Component
class EngineApplicationRights implements ApplicationRights {

    private final ProcessEngine engine;

    EngineApplicationRights(@Lazy ProcessEngine engine) {
        this.engine = engine;
    }

    @Override
    public <T> T call(Supplier<T> work) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        return configuration
                .getCommandExecutorTxRequired()
                .execute(command -> command.runWithoutAuthorization(work::get));
    }
}
