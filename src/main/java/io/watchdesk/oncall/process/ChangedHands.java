package io.watchdesk.oncall.process;

import io.watchdesk.oncall.Handover;
import io.watchdesk.oncall.HandsChanged;
import io.watchdesk.oncall.OpenMatters;
import io.watchdesk.platform.ApplicationRights;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts the process of a hand-over. */
@Component
class ChangedHands {

    private static final int TITLE_LIMIT = 120;

    private final RuntimeService runtime;
    private final ApplicationRights rights;

    ChangedHands(RuntimeService runtime, ApplicationRights rights) {
        this.runtime = runtime;
        this.rights = rights;
    }

    @EventListener
    void changed(HandsChanged event) {
        Handover handover = event.handover();
        Map<String, Object> variables = Map.of(
                OncallHandoverModel.HANDOVER_ID.name(), handover.id(),
                OncallHandoverModel.HANDOVER_TITLE.name(), title(handover),
                OncallHandoverModel.INCOMING.name(), handover.incoming(),
                OncallHandoverModel.OUTGOING_PEOPLE.name(), new ArrayList<>(handover.outgoing()),
                OncallHandoverModel.TAKE_OVER_BY.name(), handover.takeOverBy().toString());
        rights.run(() -> runtime.startProcessInstanceByMessage(
                OncallHandoverModel.MESSAGE_SHIFT_CHANGED, handover.id(), variables));
    }

    private static String title(Handover handover) {
        String all = handover.matters().stream()
                .map(OpenMatters.Matter::title)
                .distinct()
                .collect(Collectors.joining(" · "));
        return all.length() <= TITLE_LIMIT ? all : all.substring(0, TITLE_LIMIT - 1) + "…";
    }
}
