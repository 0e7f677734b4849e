package io.watchdesk.demo.process;

import io.watchdesk.content.Contents;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.ClassPathResource;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;

/** Lets the demo people work for some seconds after the first start, so that nobody meets an empty Tasklist. */
@Component
@Profile("demo")
class DemoWork implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(DemoWork.class);
    private static final String FILE = "demo/work.yaml";
    private static final Duration BREATH = Duration.ofMillis(300);
    /** Far more than any story needs; a story that hangs must not be tried for ever. */
    private static final int MOST_STEPS = 600;

    private final Contents contents;
    private final DemoStories stories;
    private final ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();

    DemoWork(Contents contents, DemoStories stories) {
        this.contents = contents;
        this.stories = stories;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() throws IOException {
        if (!contents.pieces().isEmpty()) {
            return;
        }
        List<DemoStories.Story> open = new ArrayList<>();
        read().forEach(piece -> open.add(new DemoStories.Story(piece)));
        int all = open.size();
        int[] steps = {0};
        scheduler.setThreadNamePrefix("demo-");
        scheduler.setWaitForTasksToCompleteOnShutdown(true);
        scheduler.setAwaitTerminationSeconds(5);
        scheduler.initialize();
        scheduler.scheduleWithFixedDelay(
                () -> {
                    open.removeIf(this::stepEnds);
                    if (open.isEmpty() || ++steps[0] > MOST_STEPS) {
                        LOG.info("The demo people have made {} of {} pieces.", all - open.size(), all);
                        scheduler.getScheduledExecutor().shutdown();
                    }
                },
                BREATH);
    }

    @Override
    public void destroy() {
        scheduler.shutdown();
    }

    private boolean stepEnds(DemoStories.Story story) {
        try {
            return stories.step(story);
        } catch (RuntimeException e) {
            LOG.warn("The demo story \"{}\" stops: {}", story.piece().topic(), e.getMessage());
            return true;
        }
    }

    private static List<DemoPiece> read() throws IOException {
        MutablePropertySources sources = new MutablePropertySources();
        new YamlPropertySourceLoader().load(FILE, new ClassPathResource(FILE)).forEach(sources::addLast);
        return new Binder(ConfigurationPropertySources.from(sources))
                .bind("pieces", Bindable.listOf(DemoPiece.class))
                .get();
    }
}
