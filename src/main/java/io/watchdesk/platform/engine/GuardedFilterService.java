package io.watchdesk.platform.engine;

import io.watchdesk.platform.FilterMeaning;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.FilterServiceImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.query.Query;

/**
 * The filters of Tasklist without expressions: what a shared filter means by "me", "my groups" and "overdue" stands in its
 * properties and is put into each query here, for the person who asks. A stored query with an expression is refused, also
 * inside {@code orQueries}.
 */
class GuardedFilterService extends FilterServiceImpl {

    private final ProcessEngineConfigurationImpl engine;

    GuardedFilterService(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    @Override
    public Filter saveFilter(Filter filter) {
        refuseExpressions(filter.getQuery());
        return super.saveFilter(filter);
    }

    @Override
    public <T> List<T> list(String filterId) {
        return super.list(filterId, this.<T>personal(filterId, null));
    }

    @Override
    public <T, Q extends Query<?, T>> List<T> list(String filterId, Q extendingQuery) {
        return super.list(filterId, this.<T>personal(filterId, extendingQuery));
    }

    @Override
    public <T> List<T> listPage(String filterId, int firstResult, int maxResults) {
        return super.listPage(filterId, this.<T>personal(filterId, null), firstResult, maxResults);
    }

    @Override
    public <T, Q extends Query<?, T>> List<T> listPage(
            String filterId, Q extendingQuery, int firstResult, int maxResults) {
        return super.listPage(filterId, this.<T>personal(filterId, extendingQuery), firstResult, maxResults);
    }

    @Override
    public <T> T singleResult(String filterId) {
        return super.singleResult(filterId, this.<T>personal(filterId, null));
    }

    @Override
    public <T, Q extends Query<?, T>> T singleResult(String filterId, Q extendingQuery) {
        return super.singleResult(filterId, this.<T>personal(filterId, extendingQuery));
    }

    @Override
    public Long count(String filterId) {
        return super.count(filterId, personal(filterId, null));
    }

    @Override
    public Long count(String filterId, Query<?, ?> extendingQuery) {
        return super.count(filterId, personal(filterId, extendingQuery));
    }

    @SuppressWarnings("unchecked")
    private <T> Query<?, T> personal(String filterId, Query<?, ?> extending) {
        Filter filter = getFilter(filterId);
        if (filter == null || filter.getQuery() == null) {
            return (Query<?, T>) extending;
        }
        refuseExpressions(filter.getQuery());
        TaskQueryImpl query = extending == null ? GuardedTaskQuery.create(commandExecutor) : (TaskQueryImpl) extending;
        Map<String, Object> properties = filter.getProperties() == null ? Map.of() : filter.getProperties();
        whose(String.valueOf(properties.get(FilterMeaning.WHOSE)), query);
        if (Boolean.TRUE.equals(properties.get(FilterMeaning.OVERDUE)) && query.getDueBefore() == null) {
            query.dueBefore(ClockUtil.getCurrentTime());
        }
        return (Query<?, T>) query;
    }

    private void whose(String whose, TaskQueryImpl query) {
        if (whose.equals(FilterMeaning.ME) && query.getAssignee() == null) {
            query.taskAssignee(person());
        } else if (whose.equals(FilterMeaning.NOBODY)
                && query.getCandidateGroup() == null
                && query.getCandidateUser() == null
                && query.getCandidateGroupsInternal() == null) {
            query.taskCandidateGroupIn(groups());
        }
    }

    private String person() {
        Authentication asking = asking();
        return asking == null || asking.getUserId() == null ? "" : asking.getUserId();
    }

    private List<String> groups() {
        Authentication asking = asking();
        return asking == null
                        || asking.getGroupIds() == null
                        || asking.getGroupIds().isEmpty()
                ? List.of("")
                : asking.getGroupIds();
    }

    private Authentication asking() {
        return engine.getIdentityService().getCurrentAuthentication();
    }

    private static void refuseExpressions(Query<?, ?> query) {
        if (query instanceof TaskQueryImpl tasks
                && (!tasks.getExpressions().isEmpty()
                        || tasks.getQueries().stream()
                                .anyMatch(nested -> !nested.getExpressions().isEmpty()))) {
            throw new BadUserRequestException("Expressions are forbidden in filters.");
        }
    }
}
