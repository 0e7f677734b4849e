package io.watchdesk.platform.engine;

import io.watchdesk.platform.People;
import io.watchdesk.platform.TooLate;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Installs what stands between people and the engine, so that every way in (Tasklist, REST, our pages) meets it. */
@Component
class EngineGuards extends AbstractProcessEnginePlugin {

    private final People people;
    private final ApplicationEventPublisher events;
    private final BeanFactory beans;
    private final ObjectProvider<TooLate> tooLate;

    EngineGuards(People people, ApplicationEventPublisher events, BeanFactory beans, ObjectProvider<TooLate> tooLate) {
        this.people = people;
        this.events = events;
        this.beans = beans;
        this.tooLate = tooLate;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        DeclaredAnswers answers = new DeclaredAnswers(engine, people, events, new GoneTasks(engine, people, tooLate));
        NotAllowed notAllowed = new NotAllowed(engine, people);
        engine.setTaskService(new GuardedTaskService(answers, engine));
        engine.setFormService(new GuardedFormService(answers));
        engine.setRuntimeService(new GuardedRuntimeService(answers));
        engine.setHistoryService(new GuardedHistoryService(engine));
        engine.getCustomHistoryEventHandlers().add(new OperationReport(events));
        engine.setResourceAuthorizationProvider(new RightsByGroup());
        engine.setFilterService(new GuardedFilterService(engine));
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setEnableExpressionsInStoredQueries(false);
        engine.setExpressionManager(new RestrictedExpressions(beans));
        engine.setScriptEngineResolver(new NoScripts());
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setDeserializationTypeValidator(new PlainTypes());
        engine.setCustomPreCommandInterceptorsTxRequired(
                with(engine.getCustomPreCommandInterceptorsTxRequired(), answers, notAllowed));
        engine.setCustomPreCommandInterceptorsTxRequiresNew(
                with(engine.getCustomPreCommandInterceptorsTxRequiresNew(), answers, notAllowed));
        // A refusal is an answer to a person, not a fault; true faults are logged by whoever called.
        engine.setEnableCmdExceptionLogging(false);
    }

    private static List<CommandInterceptor> with(
            List<CommandInterceptor> present, DeclaredAnswers answers, NotAllowed notAllowed) {
        List<CommandInterceptor> all = new ArrayList<>(present == null ? List.of() : present);
        all.add(new RefusalInterceptor(answers, notAllowed));
        all.add(new IdentityInterceptor(answers));
        all.add(new HandsOffInterceptor(answers));
        return all;
    }
}
