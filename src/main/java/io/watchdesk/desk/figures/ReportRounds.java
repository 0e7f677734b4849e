package io.watchdesk.desk.figures;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;

/** Lets the mailed report look again and again whether it is due. */
@Component
class ReportRounds implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ReportRounds.class);

    private final ReportMail mail;
    private final FiguresSettings settings;
    private final ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();

    ReportRounds(ReportMail mail, FiguresSettings settings) {
        this.mail = mail;
        this.settings = settings;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        FiguresSettings.Report report = settings.report();
        if (report.group().isBlank()
                || report.checkEvery().isZero()
                || report.checkEvery().isNegative()) {
            return;
        }
        scheduler.setThreadNamePrefix("figures-");
        scheduler.setDaemon(true);
        scheduler.initialize();
        scheduler.scheduleWithFixedDelay(this::look, report.checkEvery());
    }

    private void look() {
        try {
            mail.send();
        } catch (DuplicateKeyException another) {
            LOG.debug("Another node sends this report.");
        } catch (RuntimeException failure) {
            LOG.error("The report of the figures cannot be made; it is tried again.", failure);
        }
    }

    @Override
    public void destroy() {
        scheduler.shutdown();
    }
}
