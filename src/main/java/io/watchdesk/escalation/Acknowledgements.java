package io.watchdesk.escalation;

import io.watchdesk.crisis.Crises;
import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.CrisisResponse;
import io.watchdesk.crisis.CrisisResponse.Acknowledgement;
import io.watchdesk.platform.People;
import io.watchdesk.platform.Refused;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a crisis, by whichever way; who comes second reads who was first and when. */
@Component
@Transactional
public class Acknowledgements {

    /** How an acknowledgement came, where a person completed a task of the ladder. */
    public static final String TASKLIST = "Tasklist";

    /** How an acknowledgement came, where a person used the link of a page. */
    public static final String LINK = "link";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss 'UTC'", Locale.UK)
            .withZone(ZoneOffset.UTC);

    private final Crises crises;
    private final CrisisResponse response;
    private final People people;

    Acknowledgements(Crises crises, CrisisResponse response, People people) {
        this.crises = crises;
        this.response = response;
        this.people = people;
    }

    /**
     * The person takes it; taking what one has already changes nothing.
     *
     * @throws Refused with who was first and when
     */
    public void take(String crisisId, String person, String via) {
        Acknowledgement answer = response.acknowledge(crisisId, person, via);
        if (!answer.taken() && !person.equals(answer.holder())) {
            throw new Refused(firstWas(crisisId, answer.holder(), answer.since()));
        }
    }

    /** Who was first and when, as a sentence. */
    public String firstWas(String crisisId, String holder, Instant since) {
        return "%s was first: %s was taken on %s.".formatted(people.displayName(holder), crisisId, time(since));
    }

    /** Who has it and since when, as a sentence; empty when nobody has. */
    @Transactional(readOnly = true)
    public Optional<String> firstWas(String crisisId) {
        Crisis crisis = crises.get(crisisId);
        return crisis.holder() == null
                ? Optional.empty()
                : Optional.of(firstWas(crisisId, crisis.holder(), crisis.acknowledgedAt()));
    }

    static String time(Instant instant) {
        return TIME.format(instant);
    }
}
