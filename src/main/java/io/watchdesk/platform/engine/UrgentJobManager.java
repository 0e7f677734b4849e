package io.watchdesk.platform.engine;

import java.util.Date;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutorContext;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** Hands new steps of crises to {@link UrgentJobs}, as the engine hands a step of the same instance to the thread at work. */
class UrgentJobManager extends JobManager {

    private final UrgentJobs urgent;

    UrgentJobManager(UrgentJobs urgent) {
        this.urgent = urgent;
    }

    @Override
    protected void hintJobExecutor(JobEntity job) {
        ProcessEngineConfigurationImpl engine = Context.getProcessEngineConfiguration();
        JobExecutor executor = engine.getJobExecutor();
        boolean now = executor.isActive() && !job.isSuspended() && isJobDue(job) && !goesOnInThisThread(job);
        if (!now || !urgent.take(job)) {
            super.hintJobExecutor(job);
            return;
        }
        job.setLockOwner(executor.getLockOwner());
        job.setLockExpirationTime(new Date(ClockUtil.getCurrentTime().getTime() + executor.getLockTimeInMillis()));
        String id = job.getId();
        long priority = job.getPriority();
        Context.getCommandContext()
                .getTransactionContext()
                .addTransactionListener(TransactionState.COMMITTED, committed -> urgent.run(id, priority, engine));
    }

    private boolean goesOnInThisThread(JobEntity job) {
        JobExecutorContext thread = Context.getJobExecutorContext();
        return thread != null
                && job.isExclusive()
                && thread.isExecutingExclusiveJob()
                && areInSameProcessInstance(job, thread.getCurrentJob());
    }

    /** Makes the engine use it. */
    record Factory(UrgentJobs urgent) implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return JobManager.class;
        }

        @Override
        public Session openSession() {
            return new UrgentJobManager(urgent);
        }
    }
}
