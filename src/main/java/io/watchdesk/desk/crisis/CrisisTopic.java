package io.watchdesk.desk.crisis;

import io.watchdesk.desk.LiveTopic;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets the pages of crises follow what happens. Nearly everything writes the time line, whose newest entries are counted
 * because one may be committed after another that took its number later; the rest is asked for open crises alone.
 */
@Component
class CrisisTopic implements LiveTopic {

    private final JdbcClient jdbc;

    CrisisTopic(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String id() {
        return "crises";
    }

    @Override
    public String page() {
        return "crises";
    }

    @Override
    public String fingerprint() {
        return jdbc.sql("""
                        select (select max(id) from crisis_timeline) as timeline,
                            (select count(*) from crisis_timeline
                                where id > (select max(id) from crisis_timeline) - 1000) as late,
                            (select max(opened_at) from crisis) as opened,
                            count(*) as going_on,
                            max(l.next_climb_at) as climbs, sum(l.step) as steps, max(l.asked_at) as asked,
                            sum((select count(*) from crisis_page p where p.crisis_id = c.id)) as pages,
                            max((select max(p.outcome_at) from crisis_page p where p.crisis_id = c.id)) as answered,
                            sum((select count(*) from signal s where s.crisis_id = c.id)) as signals,
                            sum((select count(*) from crisis_held h where h.crisis_id = c.id)) as held,
                            sum((select count(*) + count(r.until) from crisis_role r where r.crisis_id = c.id)) as roles,
                            sum((select sum(case s.state when 'DRAFTING' then 1 when 'IN_APPROVAL' then 1000
                                when 'RELEASED' then 1000000 else 1000000000 end)
                                from statement s where s.crisis_id = c.id)) as statements
                        from crisis c left join crisis_ladder l on l.crisis_id = c.id
                        where c.state in ('OPEN', 'CLOSING')
                        """).query().singleRow().toString();
    }
}
