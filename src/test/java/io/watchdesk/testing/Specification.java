package io.watchdesk.testing;

import static org.awaitility.Awaitility.await;

import io.watchdesk.platform.People;
import io.watchdesk.platform.signin.QuickHash;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * One whole application for all specifications of a run: real engine, database, web server and mail. Transactions commit
 * for real; after each test the instances it left are recorded for the coverage rule and removed, and the clock is reset.
 * A subclass that adds properties, profiles or mocked beans pays for another application, so none should.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import({PassedElements.class, QuickHash.class, StartWatch.class, TestPages.class, TestPause.class})
@ContextConfiguration(initializers = {TestDatabase.class, TestMail.class, TestChat.class, TestDirectory.class})
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class Specification {

    // Most of what is waited for is there already; the library's own wait before it looks costs each test a tenth of a
    // second.
    static {
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(Duration.ofMillis(40));
    }

    @Autowired
    protected ProcessEngine engine;

    @Autowired
    protected RuntimeService runtimeService;

    @Autowired
    protected TaskService taskService;

    @Autowired
    protected FormService formService;

    @Autowired
    protected HistoryService historyService;

    @Autowired
    protected ManagementService managementService;

    @Autowired
    protected RepositoryService repositoryService;

    @Autowired
    protected IdentityService identityService;

    @Autowired
    protected People people;

    @Autowired
    protected Clock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ConfigurableEnvironment environment;

    @LocalServerPort
    protected int port;

    @Autowired
    private JobExecutor jobExecutor;

    @Autowired
    @Qualifier("camundaTaskExecutor")
    private ThreadPoolTaskExecutor jobThreads;

    @Autowired
    @Qualifier("urgentJobs")
    private Object urgentJobs;

    private Cast cast;

    @BeforeEach
    final void raiseTheCurtain() throws Exception {
        AbstractAssertions.init(engine);
        LogWatch.begin(environment);
        jobExecutor.shutdown();
        TestMail.server().purgeEmailFromAllMailboxes();
        TestChat.empty();
        TestPages.loseNext(0);
        TestPause.because(null);
        cast = new Cast(identityService, people);
        cast.assemble();
        forgetWhatPeopleChose();
        if (jobsRunByThemselves()) {
            jobExecutor.start();
        }
    }

    @AfterEach
    final void lowerTheCurtain() {
        jobExecutor.shutdown();
        // The executor only stops to fetch jobs; those it had handed over still run.
        await().atMost(Duration.ofSeconds(30)).until(this::noJobRuns);
        identityService.clearAuthentication();
        ClockUtil.reset();
        PassedElements.record(this, historyService);
        LogWatch.read(historyService);
        // A request of a browser that was closed may still be served and end what is being removed.
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().untilAsserted(this::removeWhatIsLeft);
        for (HistoricProcessInstance past :
                historyService.createHistoricProcessInstanceQuery().list()) {
            historyService.deleteHistoricProcessInstanceIfExists(past.getId());
        }
        endWhatWasOpen();
        AbstractAssertions.reset();
        LogWatch.expectSilence();
    }

    /** The rows of a crisis outlive its processes; an open one would hold and join what other stories do. */
    private void endWhatWasOpen() {
        jdbc.sql("update publication_hold set released_at = since, released_by = 'test' where released_at is"
                        + " null and owner like 'CR-%'")
                .update();
        jdbc.sql("update crisis set state = 'CANCELLED' where state in ('OPEN', 'CLOSING')")
                .update();
        jdbc.sql("update crisis_scope set open_key = null where open_key is not null")
                .update();
    }

    /** Another story may have ended while an address was dead or somebody read another language. */
    private void forgetWhatPeopleChose() {
        jdbc.sql("delete from oncall_address").update();
        jdbc.sql("delete from oncall_dead_address").update();
        jdbc.sql("delete from person_language").update();
    }

    private boolean noJobRuns() {
        ThreadPoolExecutor crisisSteps = (ThreadPoolExecutor) ReflectionTestUtils.getField(urgentJobs, "threads");
        return idle(jobThreads.getThreadPoolExecutor()) && idle(crisisSteps);
    }

    private static boolean idle(ThreadPoolExecutor threads) {
        return threads.getActiveCount() == 0 && threads.getQueue().isEmpty();
    }

    private void removeWhatIsLeft() {
        for (ProcessInstance left : runtimeService
                .createProcessInstanceQuery()
                .rootProcessInstances()
                .list()) {
            runtimeService.deleteProcessInstanceIfExists(left.getId(), "the test is over", true, false, true, false);
        }
    }

    /** Whether timers and asynchronous steps run by themselves, as in production, or only when the test says so. */
    protected abstract boolean jobsRunByThemselves();

    /** Makes sure that this person is known and a member of exactly these groups. */
    protected final void isMemberOf(String person, String... groups) {
        cast.join(person, groups);
    }

    /** Does something as this person, authorizations included. */
    protected final <T> T as(String person, Supplier<T> deed) {
        return cast.as(person, deed);
    }

    /** Does something as this person, authorizations included. */
    protected final void as(String person, Runnable deed) {
        cast.as(person, () -> {
            deed.run();
            return null;
        });
    }

    /** Sets the clock of the engine and of our rules. */
    protected final void theTimeIs(Instant instant) {
        ClockUtil.setCurrentTime(Date.from(instant));
    }

    /** Moves the clock of the engine and of our rules. */
    protected final void timePasses(Duration duration) {
        theTimeIs(clock.instant().plus(duration));
    }
}
