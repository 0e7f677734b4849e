package io.watchdesk.platform.web;

import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a load balancer and a supervisor ask, without a sign-in and without details: {@code /health/live} is 200 while the
 * process can answer at all, {@code /health/ready} is 200 while people should be sent here and 503 otherwise (starting,
 * stopping, no database, no work being done).
 */
@RestController
class HealthController {

    private static final Logger LOG = LoggerFactory.getLogger(HealthController.class);
    private static final int DATABASE_SECONDS = 2;

    private final DataSource database;
    private final JobExecutor jobs;
    private final ApplicationAvailability availability;

    HealthController(DataSource database, JobExecutor jobs, ApplicationAvailability availability) {
        this.database = database;
        this.jobs = jobs;
        this.availability = availability;
    }

    @GetMapping("/health/live")
    ResponseEntity<Map<String, String>> live() {
        return answer(true);
    }

    @GetMapping({"/health", "/health/ready"})
    ResponseEntity<Map<String, String>> ready() {
        return answer(availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC
                && jobs.isActive()
                && databaseAnswers());
    }

    private boolean databaseAnswers() {
        try (var connection = database.getConnection();
                var question = connection.createStatement()) {
            question.setQueryTimeout(DATABASE_SECONDS);
            // A connection of H2 calls itself valid after its file was closed.
            return question.execute("select 1");
        } catch (java.sql.SQLException noDatabase) {
            LOG.warn("The database does not answer: {}", noDatabase.getMessage());
            return false;
        }
    }

    private static ResponseEntity<Map<String, String>> answer(boolean well) {
        return ResponseEntity.status(well ? 200 : 503)
                .header("Cache-Control", "no-store")
                .body(Map.of("status", well ? "UP" : "DOWN"));
    }
}
