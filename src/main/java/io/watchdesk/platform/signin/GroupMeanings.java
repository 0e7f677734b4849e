package io.watchdesk.platform.signin;

import io.watchdesk.platform.signin.SignInSettings.GroupMeaning;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What groups of others mean here. A group that the settings do not name means nothing, which is logged once. */
@Component
class GroupMeanings {

    private static final int MOST_REMEMBERED = 1_000;
    private static final Logger LOG = LoggerFactory.getLogger(GroupMeanings.class);

    private final Map<String, List<String>> meanings = new LinkedHashMap<>();
    private final Set<String> unknown = ConcurrentHashMap.newKeySet();

    GroupMeanings(SignInSettings settings) {
        for (GroupMeaning meaning : settings.groups()) {
            meanings.merge(meaning.theirs(), meaning.ours(), (one, other) -> {
                Set<String> both = new LinkedHashSet<>(one);
                both.addAll(other);
                return List.copyOf(both);
            });
        }
    }

    /** The groups of theirs that mean something. */
    Set<String> theirs() {
        return meanings.keySet();
    }

    /** All groups here whose members somebody outside names; nobody else does. */
    Set<String> ours() {
        Set<String> all = new LinkedHashSet<>();
        meanings.values().forEach(all::addAll);
        return all;
    }

    /** The groups here of somebody in these groups of theirs. */
    Set<String> of(Collection<String> theirs) {
        Set<String> ours = new LinkedHashSet<>();
        for (String group : theirs) {
            List<String> meaning = meanings.get(group);
            if (meaning != null) {
                ours.addAll(meaning);
            } else if (unknown.size() < MOST_REMEMBERED && unknown.add(group)) {
                LOG.warn("The group {} means nothing here; watchdesk.sign-in.groups does not name it.", group);
            }
        }
        return ours;
    }
}
