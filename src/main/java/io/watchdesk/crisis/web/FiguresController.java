package io.watchdesk.crisis.web;

import io.watchdesk.crisis.CrisisFigures;
import io.watchdesk.crisis.CrisisFigures.Figures;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The figures of one crisis, for everybody who is signed in. */
@RestController
class FiguresController {

    private final CrisisFigures figures;

    FiguresController(CrisisFigures figures) {
        this.figures = figures;
    }

    @GetMapping("/api/crises/{crisisId}/figures")
    Figures figures(@PathVariable String crisisId) {
        return figures.of(crisisId);
    }
}
