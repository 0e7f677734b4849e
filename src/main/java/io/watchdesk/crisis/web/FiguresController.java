package io.watchdesk.crisis.web;

import io.watchdesk.crisis.CrisisFigures;
import io.watchdesk.crisis.CrisisFigures.Figures;
import io.watchdesk.crisis.CrisisRights;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The figures of one crisis, for those who may see crises. */
@RestController
class FiguresController {

    private final CrisisFigures figures;
    private final CrisisRights rights;

    FiguresController(CrisisFigures figures, CrisisRights rights) {
        this.figures = figures;
        this.rights = rights;
    }

    @GetMapping("/api/crises/{crisisId}/figures")
    Figures figures(@PathVariable String crisisId) {
        rights.maySee();
        return figures.of(crisisId);
    }
}
