package io.watchdesk.publishing.process;

import io.watchdesk.publishing.Answer;
import io.watchdesk.publishing.Channel;
import io.watchdesk.publishing.LookUp;
import io.watchdesk.publishing.Order;
import java.util.ArrayDeque;
import java.util.Queue;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/** The site, until a story lets it answer otherwise. */
final class PlayedChannel implements Channel {

    final Queue<Answer> answers = new ArrayDeque<>();
    final Queue<Answer> takeDowns = new ArrayDeque<>();
    LookUp lookUp;

    private final Channel site;

    private PlayedChannel(Channel site) {
        this.site = site;
    }

    void forget() {
        answers.clear();
        takeDowns.clear();
        lookUp = null;
    }

    /** The post that a lost call left behind on the site after all. */
    void arrives(Order order) {
        site.publish(order);
    }

    @Override
    public String id() {
        return site.id();
    }

    @Override
    public boolean byPerson() {
        return site.byPerson();
    }

    @Override
    public Answer publish(Order order) {
        return answers.isEmpty() ? site.publish(order) : answers.poll();
    }

    @Override
    public LookUp lookUp(Order order) {
        return lookUp == null ? site.lookUp(order) : lookUp;
    }

    @Override
    public Answer update(Order order, String remoteId) {
        return answers.isEmpty() ? site.update(order, remoteId) : answers.poll();
    }

    @Override
    public Answer takeDown(String remoteId, String reason) {
        return takeDowns.isEmpty() ? site.takeDown(remoteId, reason) : takeDowns.poll();
    }

    /** Stands in for the site channel of the application under test, so that all specifications share it. */
    @Component
    static class Stage implements BeanPostProcessor {

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return name.equals("siteChannel") ? new PlayedChannel((Channel) bean) : bean;
        }
    }
}
