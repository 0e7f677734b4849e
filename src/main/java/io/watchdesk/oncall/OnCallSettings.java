package io.watchdesk.oncall;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of being on call ({@code watchdesk.oncall}).
 *
 * @param rotas the rotas of the first start; a rota that exists already is not touched
 * @param coverageDays how many days ahead the coverage check looks
 * @param shiftCheck how often it is looked whether hands have changed while something goes on; zero never looks
 * @param takeOverWithin how long after a change of hands the incoming person has to take over
 */
@Validated
@ConfigurationProperties("watchdesk.oncall")
record OnCallSettings(
        @DefaultValue List<Entry> rotas,
        @Min(1) @Max(90) @DefaultValue("14") int coverageDays,
        @DefaultValue("PT1M") Duration shiftCheck,
        @DefaultValue("PT15M") Duration takeOverWithin) {

    /** One rota as the settings write it. */
    record Entry(
            String id,
            String name,
            String owner,
            @DefaultValue("Asia/Shanghai") ZoneId zone,
            @DefaultValue List<Turns> layers) {

        Rota rota() {
            return new Rota(
                    id,
                    name == null ? id : name,
                    owner,
                    zone,
                    layers.stream().map(Turns::layer).toList(),
                    1);
        }
    }

    /** One layer as the settings write it. */
    record Turns(
            @DefaultValue List<String> people,
            @DefaultValue("1") int perShift,
            @DefaultValue("FREQ=WEEKLY;BYDAY=MO") String recurrence,
            @DefaultValue("09:00") LocalTime handOver,
            LocalDate start,
            Duration length) {

        Layer layer() {
            return new Layer(people, perShift, recurrence, handOver, start, length);
        }
    }
}
