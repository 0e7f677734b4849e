package io.watchdesk.platform.signin;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** With single sign-on or a directory, a password of our own opens nothing, except for the person behind the glass. */
@Component
class PasswordHolders {

    private final SignInSettings settings;
    private final ObjectProvider<OutsidePeople> outside;

    /** @param outside asked late, because it stands on the engine that this guards */
    PasswordHolders(SignInSettings settings, ObjectProvider<OutsidePeople> outside) {
        this.settings = settings;
        this.outside = outside;
    }

    /** Whether a password that Watchdesk itself keeps opens it for this person. */
    boolean mayUse(String person) {
        if (!settings.outside() || person != null && person.equals(settings.breakGlass())) {
            return true;
        }
        return Boolean.TRUE.equals(settings.ownPasswords())
                && !outside.getObject().isOutside(person);
    }

    /** What somebody reads who tries a password that does not count. */
    String sentence() {
        return settings.provider() == null
                ? "People sign in here with their password of the directory."
                : "People sign in here through %s. Reload the page to get there."
                        .formatted(settings.provider().shownName());
    }
}
