package io.watchdesk.platform.engine;

import java.lang.reflect.Method;
import java.util.Set;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ArrayELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.BeanFactory;

/**
 * What an expression can reach: variables, the names and keys of its execution, elements of lists and maps, and the beans that our processes are made of
 * (delegates, listeners, and whatever else stands in a {@code process} package). No other bean, no method or property of
 * anything else, so no {@code getClass()}; no functions. An expression that slips past every guard can do nothing.
 */
class RestrictedExpressions extends JuelExpressionManager {

    private static final String OURS = "io.watchdesk.";
    private static final String PROCESS = ".process";

    /** What an execution or a task may tell about itself; the rest leads into the engine. */
    private static final Set<String> HARMLESS =
            Set.of("processBusinessKey", "businessKey", "processInstanceId", "currentActivityId", "id", "name");

    private final BeanFactory beans;

    RestrictedExpressions(BeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public void addFunction(String name, Method function) {
        // The engine and its plug-ins offer some; our models need none.
    }

    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver all = new CompositeELResolver();
        all.add(new VariableScopeElResolver());
        all.add(new VariableContextElResolver());
        all.add(new ArrayELResolver(true));
        all.add(new ListELResolver(true));
        all.add(new MapELResolver(true));
        all.add(new OurBeans(beans));
        return all;
    }

    private static boolean belongsToAProcess(Object bean) {
        Class<?> type = AopUtils.getTargetClass(bean);
        return type.getName().startsWith(OURS)
                && (bean instanceof JavaDelegate
                        || bean instanceof TaskListener
                        || bean instanceof ExecutionListener
                        || type.getPackageName().endsWith(PROCESS)
                        || type.getPackageName().contains(PROCESS + "."));
    }

    /** Finds our beans by name and calls their methods; refuses everything else. */
    private static final class OurBeans extends BeanELResolver {

        private final BeanFactory beans;

        OurBeans(BeanFactory beans) {
            super(true);
            this.beans = beans;
        }

        @Override
        public Object getValue(ELContext context, Object base, Object property) {
            if (base instanceof VariableScope && HARMLESS.contains(String.valueOf(property))) {
                return super.getValue(context, base, property);
            }
            if (base != null) {
                throw refusal();
            }
            if (property instanceof String name && beans.containsBean(name)) {
                Object bean = beans.getBean(name);
                if (!belongsToAProcess(bean)) {
                    throw refusal();
                }
                context.setPropertyResolved(true);
                return bean;
            }
            return null;
        }

        @Override
        public Class<?> getType(ELContext context, Object base, Object property) {
            throw refusal();
        }

        @Override
        public void setValue(ELContext context, Object base, Object property, Object value) {
            throw refusal();
        }

        @Override
        public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
            if (base == null || !belongsToAProcess(base) || isOfEveryObject(method)) {
                throw refusal();
            }
            return super.invoke(context, base, method, types, arguments);
        }

        private static boolean isOfEveryObject(Object method) {
            for (Method inherited : Object.class.getMethods()) {
                if (inherited.getName().equals(String.valueOf(method))) {
                    return true;
                }
            }
            return false;
        }

        private static ELException refusal() {
            return new ELException("Expressions reach variables and the beans of our processes only.");
        }
    }
}
