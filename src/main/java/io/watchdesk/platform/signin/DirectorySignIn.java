package io.watchdesk.platform.signin;

import io.watchdesk.platform.People;
import io.watchdesk.platform.Refused;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signing in with the password of a directory. */
class DirectorySignIn {

    /** What the directory is called as a source. */
    static final String SOURCE = "directory";

    private static final Logger LOG = LoggerFactory.getLogger(DirectorySignIn.class);

    private final Directory directory;
    private final OutsidePeople outside;
    private final GroupMeanings meanings;
    private final People people;
    private final SignInThrottle throttle;
    private final String breakGlass;

    DirectorySignIn(
            Directory directory,
            OutsidePeople outside,
            GroupMeanings meanings,
            People people,
            SignInThrottle throttle,
            String breakGlass) {
        this.directory = directory;
        this.outside = outside;
        this.meanings = meanings;
        this.people = people;
        this.throttle = throttle;
        this.breakGlass = breakGlass;
    }

    /** Whether this name is the directory's matter: somebody whom it told of, or nobody whom we know. */
    boolean concerns(String id) {
        return id != null
                && !id.equals(breakGlass)
                && (outside.isOutside(id) || people.find(id).isEmpty());
    }

    /**
     * Whether the password is right; then name, mail address and groups are what the directory says.
     *
     * @throws Refused if the directory does not answer, or the person has no role here
     */
    boolean check(String id, String password) {
        throttle.trying(id);
        Optional<OutsidePerson> found;
        try {
            found = directory.signIn(id, password);
        } catch (DirectoryAway away) {
            throttle.undecided(id);
            LOG.warn("A sign-in was not possible, the directory does not answer: {}", away.getMessage());
            throw new Refused(
                    "The directory does not answer, so passwords cannot be checked right now. Please try again in a"
                            + " minute. Whoever is signed in stays so, and the links in pages work without signing in.");
        }
        if (found.isEmpty()) {
            throttle.failed(id);
            return false;
        }
        throttle.succeeded(id);
        OutsidePerson person = found.get();
        if (meanings.of(person.groups()).isEmpty()) {
            outside.known(SOURCE, person.subject()).ifPresent(outside::left);
            throw new Refused(
                    "The password is right, but none of your groups in the directory has a role in Watchdesk. An"
                            + " administrator of the directory can put you into one.");
        }
        outside.keep(SOURCE, person);
        return true;
    }
}
