package io.watchdesk.demo.process;

import io.watchdesk.content.AiDeclaration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ApplicationContext;

/** Lets the demo people bring pieces through the whole line, from brief to publication, while a test does other things. */
public final class DemoWorkload {

    private static final int CLIENTS = 3;
    private static final int PAUSE_MILLIS = 20;

    private DemoWorkload() {}

    /** Begins with so many pieces for the newsroom, as soon as there is somebody to do the work. */
    public static void begin(ApplicationContext application, int pieces) {
        DemoStories stories = application.getBean(DemoStories.class);
        ScheduledExecutorService clients = Executors.newScheduledThreadPool(CLIENTS, work -> {
            Thread thread = new Thread(work, "demo-workload");
            thread.setDaemon(true);
            return thread;
        });
        for (int piece = 1; piece <= pieces; piece++) {
            DemoStories.Story story = new DemoStories.Story(piece(piece));
            boolean[] over = {false};
            clients.scheduleWithFixedDelay(
                    () -> over[0] = over[0] || ends(stories, story), 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** A step that meets another one at the same task is taken again. */
    private static boolean ends(DemoStories stories, DemoStories.Story story) {
        try {
            return stories.step(story);
        } catch (RuntimeException again) {
            return false;
        }
    }

    private static DemoPiece piece(int number) {
        return new DemoPiece(
                "Piece " + number,
                "knowledge",
                "article",
                "regular",
                "People who brew coffee",
                "newsroom",
                null,
                "",
                "手冲咖啡的水温 " + number,
                "水温太高会苦，太低会酸。九十二度左右最合适。".repeat(10),
                List.of(),
                AiDeclaration.NO,
                "",
                DemoPiece.Until.PUBLISHED);
    }
}
