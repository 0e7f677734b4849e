package io.watchdesk.platform.signin;

import io.watchdesk.platform.Refused;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;

/**
 * The engine's own directory of people, but with our way to check a password: the engine would lock a person for ever
 * after ten wrong tries by anybody. A right password that is kept in an old way is hashed anew.
 */
class OwnIdentities extends DbIdentityServiceProvider {

    private final PasswordHash hash;
    private final SignInThrottle throttle;
    private final PasswordHolders holders;

    OwnIdentities(PasswordHash hash, SignInThrottle throttle, PasswordHolders holders) {
        this.hash = hash;
        this.throttle = throttle;
        this.holders = holders;
    }

    @Override
    public boolean checkPassword(String userId, String password) {
        throttle.trying(userId);
        if (!holders.mayUse(userId)) {
            hash.pretend();
            throttle.failed(userId);
            throw new Refused(holders.sentence());
        }
        UserEntity user = findUserById(userId);
        if (user == null || user.getPassword() == null || password == null) {
            hash.pretend();
            throttle.failed(userId);
            return false;
        }
        if (!matchPassword(password, user)) {
            throttle.failed(userId);
            return false;
        }
        throttle.succeeded(userId);
        if (hash.isOutdated(user.getPassword())) {
            user.setPassword(password);
            user.encryptPassword();
        }
        return true;
    }

    /** Makes one for each command. */
    record Factory(PasswordHash hash, SignInThrottle throttle, PasswordHolders holders) implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return OwnIdentities.class;
        }

        @Override
        public Session openSession() {
            return new OwnIdentities(hash, throttle, holders);
        }
    }
}
