package io.watchdesk.desk.web;

import io.watchdesk.desk.OnPage;
import io.watchdesk.platform.DeskRights;
import io.watchdesk.platform.People;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The line on which an open page hears that it is out of date. */
@RestController
@OnPage(OnPage.ANYBODY)
class LivePages {

    private final LiveChannel channel;
    private final DeskRights rights;
    private final People people;

    LivePages(LiveChannel channel, DeskRights rights, People people) {
        this.channel = channel;
        this.rights = rights;
        this.people = people;
    }

    /**
     * @param topics what the page follows, with commas between; what the person may not see is left out
     * @param seen what stood in the page when it was made
     * @return no content, after which a browser does not ask again, when nothing is left
     */
    @GetMapping("/desk/live")
    ResponseEntity<SseEmitter> live(
            @RequestParam(defaultValue = "") String topics, @RequestParam(defaultValue = "") String seen) {
        Set<String> wanted = Arrays.stream(topics.split(","))
                .filter(channel.topics()::containsKey)
                .filter(id -> rights.maySee(channel.topics().get(id).page()))
                .collect(Collectors.toSet());
        if (wanted.isEmpty()) {
            return ResponseEntity.status(HttpStatus.NO_CONTENT).build();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_EVENT_STREAM)
                // A proxy that collects an answer before it passes it on would keep the news back.
                .header("X-Accel-Buffering", "no")
                .body(channel.open(people.actor(), wanted, seen));
    }
}
