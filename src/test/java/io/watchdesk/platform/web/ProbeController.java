package io.watchdesk.platform.web;

import io.watchdesk.platform.People;
import io.watchdesk.platform.Refused;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.TaskService;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Endpoints that only the tests have: one for each way in which a request can end. */
@RestController
class ProbeController {

    static final AtomicInteger WAITING = new AtomicInteger();

    static volatile CountDownLatch gate = new CountDownLatch(1);

    private final People people;
    private final TaskService tasks;

    ProbeController(People people, TaskService tasks) {
        this.people = people;
        this.tasks = tasks;
    }

    /** Somebody forgot to say who serves this path. */
    @GetMapping("/forgotten/probe")
    long forgotten() {
        return tasks.createTaskQuery().count();
    }

    /** Keeps its thread until the gate is opened. */
    @GetMapping("/forgotten/probe/wait")
    String waits() throws InterruptedException {
        WAITING.incrementAndGet();
        try {
            return String.valueOf(gate.await(30, TimeUnit.SECONDS));
        } finally {
            WAITING.decrementAndGet();
        }
    }

    record Question(String text, int number) {}

    @GetMapping({"/api/probe", "/desk/probe"})
    Map<String, Object> who() {
        return Map.of("person", people.actor(), "groups", people.groupsOf(people.actor()));
    }

    @PostMapping("/api/probe")
    Question echo(@RequestBody Question question) {
        return question;
    }

    @PostMapping("/api/probe/file")
    long size(@RequestPart("file") MultipartFile file) {
        return file.getSize();
    }

    @GetMapping("/api/probe/numbers/{number}")
    int number(@PathVariable int number) {
        return number;
    }

    @GetMapping("/api/probe/fault/{kind}")
    List<String> fault(@PathVariable String kind) {
        throw switch (kind) {
            case "refused" -> new Refused("This \"piece\" is closed.");
            case "wrapped" -> new IllegalStateException("secret", new Refused("This piece is closed."));
            case "forbidden" -> new AuthorizationException("The user 'wei' does not have secret permission");
            case "collision" -> new OptimisticLockingFailureException("secret");
            default -> new IllegalStateException("secret select * from ACT_RU_TASK");
        };
    }
}
