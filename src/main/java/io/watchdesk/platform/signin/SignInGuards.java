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
    private final PasswordHolders holders;
    private final GroupMeanings meanings;
    private final ObjectProvider<OutsidePeople> outside;
    private final ObjectProvider<DirectorySignIn> directory;

    SignInGuards(
            SignInSettings settings,
            SignInThrottle throttle,
            ObjectProvider<PasswordHash> hash,
            PasswordHolders holders,
            GroupMeanings meanings,
            ObjectProvider<OutsidePeople> outside,
            ObjectProvider<DirectorySignIn> directory) {
        this.settings = settings;
        this.throttle = throttle;
        this.holders = holders;
        this.meanings = meanings;
        this.outside = outside;
        this.directory = directory;
        this.hash = hash.getIfAvailable(() -> new PasswordHash(PasswordHash.ROUNDS));
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setPasswordEncryptor(hash);
        engine.setEnablePasswordPolicy(true);
        PasswordRules rules = new PasswordRules(settings.passwordLength());
        engine.setPasswordPolicy(rules);
        engine.setIdentityService(new GuardedIdentityService(rules, meanings, outside, directory));
        engine.setUserResourceWhitelistPattern(OutsidePerson.ID);
        if (engine.getIdentityProviderSessionFactory() == null) {
            engine.setIdentityProviderSessionFactory(new OwnIdentities.Factory(hash, throttle, holders));
        }
    }
}
