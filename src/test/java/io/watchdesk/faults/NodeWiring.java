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
    CrashOnEvents crashOnEvents() {
        return new CrashOnEvents();
    }

    @Bean
    static BeanPostProcessor crashingSeams() {
        return new CrashingSeams();
    }

    /** Settings know no channel but the house's own, so the platforms stand behind the site's. */
    @Bean
    static BeanPostProcessor platforms(Environment environment) {
        URI root = URI.create(environment.getRequiredProperty("faults.platforms"));
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof Channel channel && channel.id().equals("site")
                        ? new RoutedChannel(
                                channel, new HttpChannel(root, true, PATIENCE), new HttpChannel(root, false, PATIENCE))
                        : bean;
            }
        };
    }

    /** Every element of every model and every completion of a task is a point where a life can end. */
    static final class CrashOnEvents {

        @EventListener
        void reached(DelegateExecution execution) {
            if (CrashPoint.armed()) {
                CrashPoint.hit(execution.getEventName() + ":" + execution.getCurrentActivityId());
            }
        }

        @EventListener
        void reached(DelegateTask task) {
            if (CrashPoint.armed()) {
                CrashPoint.hit(task.getEventName() + ":" + task.getTaskDefinitionKey());
            }
        }
    }

    /** Interfaces between rooms: before and after each call of them a life can end. */
    private static final class CrashingSeams implements BeanPostProcessor {

        private static final List<Class<?>> SEAMS = List.of(AuditLog.class, SignalAssessment.class, MailServer.class);

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return SEAMS.stream()
                    .filter(seam -> seam.isInstance(bean))
                    .findFirst()
                    .map(seam -> crashing(bean, seam))
                    .orElse(bean);
        }

        private static Object crashing(Object bean, Class<?> seam) {
            return Proxy.newProxyInstance(seam.getClassLoader(), new Class<?>[] {seam}, (proxy, method, arguments) -> {
                String point = seam.getSimpleName()
                        + (seam == AuditLog.class && arguments != null ? ":" + arguments[0] : ":" + method.getName());
                if (CrashPoint.armed()) {
                    CrashPoint.hit("before:" + point);
                }
                try {
                    return method.invoke(bean, arguments);
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                } finally {
                    if (CrashPoint.armed()) {
                        CrashPoint.hit("after:" + point);
                    }
                }
            });
        }
    }
}
