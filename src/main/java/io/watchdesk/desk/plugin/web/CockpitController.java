package io.watchdesk.desk.plugin.web;

import io.watchdesk.desk.plugin.HistoryFigures;
import io.watchdesk.desk.plugin.HistoryFigures.ElementFigure;
import io.watchdesk.desk.plugin.HistoryFigures.ServiceLevel;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What our parts of Cockpit read beyond the engine's own interface; the same rights apply. */
@RestController
class CockpitController {

    private final HistoryFigures figures;

    CockpitController(HistoryFigures figures) {
        this.figures = figures;
    }

    @GetMapping("/api/desk/model-figures")
    Figures<ElementFigure> ofModel(@RequestParam String definition) {
        return new Figures<>(HistoryFigures.PERIOD.toDays(), figures.ofModel(definition));
    }

    @GetMapping("/api/desk/service-levels")
    Figures<ServiceLevel> serviceLevels() {
        return new Figures<>(HistoryFigures.PERIOD.toDays(), figures.serviceLevels());
    }

    /** @param days how far back the figures look */
    record Figures<T>(long days, List<T> rows) {}
}
