package sample.muddle;

import java.time.Instant;
import java.util.Date;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.beans.factory.annotation.Autowired;
import sample.muddle.web.Page;

/** Breaks one rule with every line. */
public class Muddle {

    @Autowired
    private TaskService tasks;

    private Page page;

    @Autowired
    void setPage(Page page) {
        this.page = page;
    }

    Instant wake() throws InterruptedException {
        Thread.sleep(1);
        Executors.newSingleThreadExecutor().shutdownNow();
        ClockUtil.setCurrentTime(new Date());
        page.show(tasks.createTaskQuery().count());
        return Instant.now();
    }
}
