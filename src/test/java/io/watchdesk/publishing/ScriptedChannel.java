package io.watchdesk.publishing;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A channel that answers as the test says and remembers every post it accepted, without knowing keys. */
final class ScriptedChannel implements Channel {

    final List<String> posts = new CopyOnWriteArrayList<>();
    final Queue<Function<Order, Answer>> script = new ArrayDeque<>();
    LookUp lookUp = new LookUp.Unclear("Nobody can tell.");

    @Override
    public String id() {
        return "journal";
    }

    @Override
    public boolean byPerson() {
        return false;
    }

    @Override
    public Answer publish(Order order) {
        Function<Order, Answer> next = script.poll();
        return next == null ? accept(order) : next.apply(order);
    }

    Answer accept(Order order) {
        posts.add(order.publicationId());
        return new Answer.Done(
                "r-" + posts.size(), "https://journal.example/" + order.publicationId(), PlayedDesk.START, "Accepted.");
    }

    @Override
    public LookUp lookUp(Order order) {
        return lookUp;
    }

    @Override
    public Answer update(Order order, String remoteId) {
        return new Answer.Done(remoteId, "https://journal.example/" + remoteId, PlayedDesk.START, "Updated.");
    }

    @Override
    public Answer takeDown(String remoteId, String reason) {
        return new Answer.Unknown("No answer.");
    }
}
