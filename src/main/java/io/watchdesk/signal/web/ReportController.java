package io.watchdesk.signal.web;

import io.watchdesk.platform.Outcomes;
import io.watchdesk.platform.Said;
import io.watchdesk.signal.Fate;
import io.watchdesk.signal.Reports;
import io.watchdesk.signal.Signal;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What became of the reports of the signed-in person. */
@RestController
class ReportController {

    private final Reports reports;

    ReportController(Reports reports) {
        this.reports = reports;
    }

    @GetMapping("/api/signals/mine")
    List<OwnReport> mine() {
        return reports.mine().stream().map(OwnReport::of).toList();
    }

    /** @param what what became of it, in a sentence */
    record OwnReport(
            String id,
            String title,
            Instant receivedAt,
            String state,
            @Said String what) {

        static OwnReport of(Signal signal) {
            return new OwnReport(
                    signal.id(),
                    signal.title(),
                    signal.receivedAt(),
                    Outcomes.text(signal.state()),
                    Fate.of(signal.state(), signal.crisisId()));
        }
    }
}
