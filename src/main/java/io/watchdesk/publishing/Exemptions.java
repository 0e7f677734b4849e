package io.watchdesk.publishing;

import io.watchdesk.audit.AuditLog;
import io.watchdesk.platform.People;
import io.watchdesk.platform.Refused;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What a crisis's own word may do that nothing else may, and what a drill's never may. */
@Component
class Exemptions {

    private final ObjectProvider<CrisisVoices> voices;
    private final Publications rows;
    private final Holds holds;
    private final People people;
    private final AuditLog audit;

    Exemptions(ObjectProvider<CrisisVoices> voices, Publications rows, Holds holds, People people, AuditLog audit) {
        this.voices = voices;
        this.rows = rows;
        this.holds = holds;
        this.people = people;
        this.audit = audit;
    }

    /** The crisis a piece speaks for, or null; refuses a drill's word, because nothing of a drill is ever planned. */
    String crisisOf(String pieceId) {
        silenced(pieceId).ifPresent(sentence -> {
            throw new Refused(sentence);
        });
        return voice(pieceId).map(CrisisVoices.Voice::crisisId).orElse(null);
    }

    /** Why nothing of this piece may ever leave the house, or empty. */
    Optional<String> silenced(String pieceId) {
        return voice(pieceId)
                .filter(CrisisVoices.Voice::drill)
                .map(voice -> "%s is a drill: nothing of it leaves the house.".formatted(voice.crisisId()));
    }

    /** Writes down which holds a publication passes; in the transaction that lets it pass. */
    void record(Publication publication) {
        List<Hold> passed = publication.crisisId() == null ? List.of() : holds.passedBy(publication.id());
        if (!passed.isEmpty()) {
            String sentence = HoldSentences.passed(publication.crisisId(), passed);
            rows.attempt(publication.id(), rows.calls(publication.id()), "exempted", sentence, people.actor());
            audit.record(
                    "publishing.exempted",
                    publication.pieceId(),
                    null,
                    Map.of(
                            "publication",
                            publication.id(),
                            "crisis",
                            publication.crisisId(),
                            "holds",
                            passed.stream().map(Hold::id).toList()));
        }
    }

    private Optional<CrisisVoices.Voice> voice(String pieceId) {
        return voices.stream().flatMap(each -> each.of(pieceId).stream()).findFirst();
    }
}
