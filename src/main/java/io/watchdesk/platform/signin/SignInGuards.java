package io.watchdesk.platform.signin;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Installs hash, rules and throttle of passwords in the engine; another directory of people, where one is set, stays. */
@Component
class SignInGuards extends AbstractProcessEnginePlugin {

    private final SignInSettings settings;
    private final SignInThrottle throttle;
    private final PasswordHash hash;

    SignInGuards(SignInSettings settings, SignInThrottle throttle, ObjectProvider<PasswordHash> hash) {
        this.settings = settings;
        this.throttle = throttle;
        this.hash = hash.getIfAvailable(() -> new PasswordHash(PasswordHash.ROUNDS));
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setPasswordEncryptor(hash);
        engine.setEnablePasswordPolicy(true);
        PasswordRules rules = new PasswordRules(settings.passwordLength());
        engine.setPasswordPolicy(rules);
        engine.setIdentityService(new GuardedIdentityService(rules));
        if (engine.getIdentityProviderSessionFactory() == null) {
            engine.setIdentityProviderSessionFactory(new OwnIdentities.Factory(hash, throttle));
        }
    }
}
