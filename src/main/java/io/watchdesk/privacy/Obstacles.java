package io.watchdesk.privacy;

import io.watchdesk.platform.People;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What speaks against erasing somebody now: work, shifts and roles that others must take over first. Each is a sentence that
 * says what and how to mend it.
 */
@Component
class Obstacles {

    private static final String ADMINISTRATORS = "camunda-admin";
    private static final String FALLBACK = "watchdesk.crisis.fallback-person";

    private final JdbcClient jdbc;
    private final People people;
    private final Environment environment;
    private final Clock clock;

    Obstacles(JdbcClient jdbc, People people, Environment environment, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.environment = environment;
        this.clock = clock;
    }

    List<String> against(Subject subject, String requestId) {
        return subject.id() == null ? againstOutside(subject) : againstMember(subject.id(), requestId);
    }

    private List<String> againstMember(String id, String requestId) {
        List<String> found = new ArrayList<>();
        add(
                found,
                "Open tasks that this person has claimed: %s. Unclaim or hand them over in Tasklist.",
                "select coalesce(name_, task_def_key_) from act_ru_task where assignee_ = ? or owner_ = ?",
                id,
                id);
        add(
                found,
                "Work under way that names this person: %s. Wait until it has ended, or end it.",
                "select distinct coalesce(p.business_key_, d.name_) from act_ru_variable v"
                        + " join act_ru_execution e on e.id_ = v.proc_inst_id_"
                        + " join act_ru_execution p on p.id_ = e.root_proc_inst_id_"
                        + " join act_re_procdef d on d.id_ = p.proc_def_id_"
                        + " where v.text_ = ? and coalesce(p.business_key_, '') <> ?",
                id,
                requestId);
        add(
                found,
                "Rotas in whose rotation this person stands: %s. Take the person out of the layers first.",
                "select name from oncall_rota where position(? in layers) > 0",
                "\"" + id + "\"");
        add(
                found,
                "Rotas that this person owns: %s. Give them another owner.",
                "select name from oncall_rota where owner = ?",
                id);
        add(
                found,
                "Shifts and stand-ins that are still to come on: %s. Let somebody else take them.",
                "select rota from oncall_stand_in where person = ? and ends_at > ? and cancelled_at is null"
                        + " union select rota from oncall_planned_shift where person = ? and ends_at > ?"
                        + " union select rota from oncall_swap where offered_by = ? and state = 'OPEN'",
                id,
                now(),
                id,
                now(),
                id);
        add(
                found,
                "Open crises in which this person holds or has a role: %s. Hand the crisis or the role over.",
                "select id from crisis where holder = ? and state in ('OPEN', 'CLOSING')"
                        + " union select r.crisis_id from crisis_role r join crisis c on c.id = r.crisis_id"
                        + " where r.person = ? and r.until is null and c.state in ('OPEN', 'CLOSING')",
                id,
                id);
        add(
                found,
                "Agreed actions of this person that are not done: %s. Give them another owner, or end them.",
                "select id from crisis_action where owner = ? and ended_at is null",
                id);
        add(
                found,
                "Holds that this person owns: %s. Release them, or give them another owner.",
                "select id from publication_hold where owner = ? and released_at is null",
                id);
        if (people.inGroup(ADMINISTRATORS).stream()
                .map(People.Person::id)
                .toList()
                .equals(List.of(id))) {
            found.add("This is the only administrator. Put somebody else into the group camunda-admin first.");
        }
        if (id.equals(environment.getProperty(FALLBACK))) {
            found.add(
                    "This is the fallback person of crises. Name somebody else in " + FALLBACK + " and restart first.");
        }
        return found;
    }

    private List<String> againstOutside(Subject subject) {
        List<String> open = jdbc
                .sql("select s.id, s.title, s.full_text, s.facts from signal s"
                        + " left join crisis c on c.id = s.crisis_id"
                        + " where s.assessment_started_at is null or c.state in ('OPEN', 'CLOSING')"
                        + " or exists (select 1 from act_ru_execution e where e.business_key_ = s.id)")
                .query((row, number) -> subject.isIn(row.getString(2))
                                || subject.isIn(row.getString(3))
                                || subject.isIn(row.getString(4))
                        ? row.getString(1)
                        : "")
                .list()
                .stream()
                .filter(id -> !id.isEmpty())
                .sorted()
                .toList();
        return open.isEmpty()
                ? List.of()
                : List.of(
                        "Signals that are still being worked on mention this person: %s. Wait until their crises are closed."
                                .formatted(String.join(", ", open)));
    }

    private void add(List<String> found, String sentence, String sql, Object... values) {
        List<String> names = jdbc.sql(sql).params(values).query(String.class).list().stream()
                .distinct()
                .sorted()
                .toList();
        if (!names.isEmpty()) {
            found.add(sentence.formatted(String.join(", ", names)));
        }
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
