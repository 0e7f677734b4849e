package io.watchdesk.platform.engine;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstanceQuery;
import org.camunda.bpm.engine.impl.HistoricTaskInstanceQueryImpl;
import org.camunda.bpm.engine.impl.HistoryServiceImpl;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;

/**
 * The history of an open task is for those who may see the task: Tasklist looks there before it shows or takes comments
 * and attachments. The engine would want the right to the whole past of the process, or two more rows of rights for each
 * task and group.
 */
class GuardedHistoryService extends HistoryServiceImpl {

    private final ProcessEngineConfigurationImpl engine;

    GuardedHistoryService(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    @Override
    public HistoricTaskInstanceQuery createHistoricTaskInstanceQuery() {
        return new OpenTaskToo(commandExecutor);
    }

    private final class OpenTaskToo extends HistoricTaskInstanceQueryImpl {

        private static final long serialVersionUID = 1;

        OpenTaskToo(CommandExecutor commandExecutor) {
            super(commandExecutor);
        }

        @Override
        public List<HistoricTaskInstance> executeList(CommandContext command, Page page) {
            return seen(command, () -> super.executeList(command, page));
        }

        @Override
        public long executeCount(CommandContext command) {
            return seen(command, () -> super.executeCount(command));
        }

        private <T> T seen(CommandContext command, Supplier<T> query) {
            boolean open = getTaskId() != null
                    && command.isAuthorizationCheckEnabled()
                    && command.getAuthentication() != null
                    && engine.getTaskService()
                                    .createTaskQuery()
                                    .taskId(getTaskId())
                                    .count()
                            > 0;
            return open ? command.runWithoutAuthorization(query::get) : query.get();
        }
    }
}
