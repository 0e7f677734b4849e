package io.watchdesk.desk.web;

import io.watchdesk.desk.OnPage;
import io.watchdesk.desk.item.WalkedModels;
import io.watchdesk.platform.Refused;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The model of one run of a piece, for the viewer on its page. */
@RestController
@OnPage("items")
class ModelController {

    private final WalkedModels models;

    ModelController(WalkedModels models) {
        this.models = models;
    }

    @GetMapping("/desk/items/{pieceId}/models/{runId}")
    WalkedModels.Walk model(@PathVariable String pieceId, @PathVariable String runId) {
        return models.walk(pieceId, runId)
                .orElseThrow(() -> new Refused("This process is not about %s.".formatted(pieceId)));
    }
}
