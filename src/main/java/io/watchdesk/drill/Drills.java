package io.watchdesk.drill;

import io.watchdesk.crisis.Level;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Drills from the wish to the reviewed score card, in the words of the process {@code crisis-drill}. */
public interface Drills {

    /** What the calendar asks for today, or empty: nothing, no rota is set, or nobody is on call there. */
    Optional<Plan> planned();

    /** The scenarios that can be played. */
    List<ScenarioLine> scenarios();

    /**
     * Starts a drill: declares the crisis that is played.
     *
     * @throws io.watchdesk.platform.Refused for an unknown scenario or account, or while a grave real crisis is open
     */
    Drill start(Plan plan);

    /** The drill; refuses when there is none. */
    Drill get(String drillId);

    /** The newest drills. */
    List<Drill> newest(int limit);

    /** The drills that are being played. */
    List<Drill> running();

    /** When the next signal of the script is due, or empty when all were played. */
    Optional<Instant> nextSignal(String drillId);

    /** Plays the next signal: it joins the crisis. Plays nothing once the crisis has ended. */
    void inject(String drillId);

    /** Saves what the leader saw. */
    Drill observe(String drillId, String observations);

    /** Saves what shall be done about the gaps. */
    Drill plan(String drillId, String observations, List<GapAction> actions);

    /** Ends its response, because the leader stopped it or its time is over. */
    void stop(String drillId);

    /** Ends it and its response, because a real crisis needs the people. */
    void cancel(String drillId);

    /** Reckons the score card, stores it and mails it. */
    ScoreCard score(String drillId);

    /**
     * The gaps become actions.
     *
     * @throws io.watchdesk.platform.Refused naming the first gap that has neither an action nor a reason for none
     */
    void review(String drillId);

    /** Reminds the leader of the score card. */
    void remind(String drillId, String taskId, String taskName, Instant due);

    /**
     * @param announced whether the title tells the scenario
     * @param accounts ids of accounts; empty for the whole house
     * @param leader who watches it
     */
    record Plan(String scenario, Level level, boolean announced, List<String> accounts, String leader) {}
}
