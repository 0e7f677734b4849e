package io.watchdesk.faults;

import io.watchdesk.audit.AuditLog;
import io.watchdesk.notification.MailServer;
import io.watchdesk.publishing.Channel;
import io.watchdesk.signal.SignalAssessment;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;

/**
 * What the application of a life has beside its own: two platforms over HTTP, and the points where it can die. No stereotype,
 * so that the application of other tests does not find it.
 */
class NodeWiring {

    /** Platforms that answer within this time or not at all. */
    static final Duration PATIENCE = Duration.ofMillis(1500);

    @Bean
    static CrashPoint crashPoint(Environment environment) {
        return new CrashPoint(environment.getRequiredProperty("faults.node", Integer.class));
    }

    @Bean
    CrashOnEvents crashOnEvents(CrashPoint crashPoint) {
        return new CrashOnEvents(crashPoint);
    }

    @Bean
    static BeanPostProcessor crashingSeams(CrashPoint crashPoint) {
        return new CrashingSeams(crashPoint);
    }

    /** Settings know no channel but the house's own, so the platforms stand behind the site's. */
    @Bean
    static BeanPostProcessor platforms(Environment environment, CrashPoint crashPoint) {
        URI root = URI.create(environment.getRequiredProperty("faults.platforms"));
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof Channel channel && channel.id().equals("site")
                        ? new RoutedChannel(
                                channel,
                                new HttpChannel(root, true, PATIENCE, crashPoint),
                                new HttpChannel(root, false, PATIENCE, crashPoint))
                        : bean;
            }
        };
    }

    /** Every element of every model and every completion of a task is a point where a life can end. */
    record CrashOnEvents(CrashPoint crashPoint) {

        @EventListener
        void reached(DelegateExecution execution) {
            if (crashPoint.armed()) {
                crashPoint.hit(execution.getEventName() + ":" + execution.getCurrentActivityId());
            }
            if (PoisonPoint.armed()) {
                PoisonPoint.hit(
                        execution.getEventName() + ":" + execution.getCurrentActivityId(),
                        execution.getProcessBusinessKey());
            }
        }

        @EventListener
        void reached(DelegateTask task) {
            if (crashPoint.armed()) {
                crashPoint.hit(task.getEventName() + ":" + task.getTaskDefinitionKey());
            }
        }
    }

    /** Interfaces between rooms: before and after each call of them a life can end. */
    private record CrashingSeams(CrashPoint crashPoint) implements BeanPostProcessor {

        private static final List<Class<?>> SEAMS = List.of(AuditLog.class, SignalAssessment.class, MailServer.class);

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return SEAMS.stream()
                    .filter(seam -> seam.isInstance(bean))
                    .findFirst()
                    .map(seam -> crashing(bean, seam))
                    .orElse(bean);
        }

        private Object crashing(Object bean, Class<?> seam) {
            return Proxy.newProxyInstance(seam.getClassLoader(), new Class<?>[] {seam}, (proxy, method, arguments) -> {
                String point = seam.getSimpleName()
                        + (seam == AuditLog.class && arguments != null ? ":" + arguments[0] : ":" + method.getName());
                if (crashPoint.armed()) {
                    crashPoint.hit("before:" + point);
                }
                try {
                    return method.invoke(bean, arguments);
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                } finally {
                    if (crashPoint.armed()) {
                        crashPoint.hit("after:" + point);
                    }
                }
            });
        }
    }
}
