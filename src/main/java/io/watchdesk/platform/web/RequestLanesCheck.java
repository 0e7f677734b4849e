package io.watchdesk.platform.web;

import io.watchdesk.platform.SettingCheck;
import io.watchdesk.platform.Settings;
import java.util.List;
import org.springframework.core.env.Environment;

/** Threads that are reserved must leave some for everyday work. */
class RequestLanesCheck implements SettingCheck {

    private static final String RESERVED = "watchdesk.web.reserved-threads";
    private static final String ALL = "server.tomcat.threads.max";
    private static final int TOMCATS_OWN = 200;

    @Override
    public List<String> problems(Environment environment) {
        Settings settings = new Settings(environment);
        Integer reserved = settings.value(RESERVED, Integer.class);
        Integer all = settings.value(ALL, Integer.class);
        int threads = all == null ? TOMCATS_OWN : all;
        int kept = reserved == null ? WebSettings.RESERVED_THREADS : reserved;
        return kept >= 0 && kept < threads
                ? List.of()
                : List.of(settings.problem(
                        RESERVED, "must be 0 or more, and fewer than %s (%d)".formatted(ALL, threads)));
    }
}
