package io.watchdesk.review;

import io.watchdesk.content.Contents;
import io.watchdesk.content.Version;
import io.watchdesk.platform.People;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Who may sign off where: nobody who wrote or last edited the text, nobody twice in a round, and only members of the stage's
 * group, whatever other rights they hold. It asks what is stored, never what a task or a request says.
 */
@Component
class FourEyes {

    private final ReviewStore store;
    private final Contents contents;
    private final People people;

    FourEyes(ReviewStore store, Contents contents, People people) {
        this.store = store;
        this.contents = contents;
        this.people = people;
    }

    /** Why this person may not sign off at this stage, as a sentence, or empty when they may. */
    Optional<String> barred(Round round, StagePlan stage, String person) {
        String name = people.displayName(person);
        Optional<String> byText = wrote(round, person);
        if (byText.isPresent()) {
            return byText;
        }
        Optional<SignOff> earlier = store.signOffs(round.id()).stream()
                .filter(given -> given.person().equals(person))
                .findFirst();
        if (earlier.isPresent()) {
            return Optional.of(
                    "%s already signed off this version at the stage \"%s\". Every sign-off needs another person."
                            .formatted(name, StagePlan.title(earlier.get().stage())));
        }
        if (groups(round, stage).stream().noneMatch(people.groupsOf(person)::contains)) {
            return Optional.of("%s is not a member of %s. Only its members sign off at the stage \"%s\"."
                    .formatted(name, stage.group(), stage.title()));
        }
        return Optional.empty();
    }

    /** The members of the stage's group who may sign off there and have not yet. */
    List<String> eligible(Round round, StagePlan stage) {
        return groups(round, stage).stream()
                .flatMap(group -> people.inGroup(group).stream())
                .map(People.Person::id)
                .distinct()
                .filter(person -> barred(round, stage, person).isEmpty())
                .toList();
    }

    /** The stage's group, and its stand-in once that was called. */
    private List<String> groups(Round round, StagePlan stage) {
        return Stream.concat(Stream.of(stage.group()), store.standIn(round.id(), stage.stage()).stream())
                .toList();
    }

    /** Why a person who wrote the text may not sign it off, or empty when they did not write it. */
    Optional<String> wrote(Round round, String person) {
        Version version = contents.version(round.pieceId(), round.version());
        String name = people.displayName(person);
        if (version.author().equals(person)) {
            return Optional.of("%s wrote %s. Nobody signs off their own text; another member of the group must do it."
                    .formatted(name, round.pieceId()));
        }
        if (version.wasWrittenBy(person)) {
            return Optional.of(
                    ("%s edited this version of %s. Nobody signs off a text they changed; another member of the"
                                    + " group must do it.")
                            .formatted(name, round.pieceId()));
        }
        return Optional.empty();
    }
}
