package io.watchdesk.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * One or several applications in one JVM, each with a database and a staff of its own: a kill ends all of them, and what each
 * further one takes to start is little. It does what the lines of its standard input say and tells on its standard output
 * what the killer must know; what begins with {@link #WORD} is meant for the killer, and both begin with a node's number.
 */
final class NodeMain {

    /** Begins a line that is for the killer: {@code @@0 ready 40000}, {@code @@2 settled 0}. */
    static final String WORD = "@@";

    /** Stands between the settings of two nodes. */
    static final String NEXT_NODE = "@@next";

    private static final int STARTED_AT_ONCE = 2;

    private NodeMain() {}

    public static void main(String[] arguments) throws IOException {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        List<Node> nodes = started(settings(arguments));
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String order = orders.readLine(); order != null && !order.equals("end"); order = orders.readLine()) {
            int space = order.indexOf(' ');
            nodes.get(Integer.parseInt(order.substring(0, space))).obey(order.substring(space + 1));
        }
        nodes.parallelStream().forEach(Node::close);
        System.exit(0);
    }

    private static List<List<String>> settings(String... arguments) {
        List<List<String>> settings = new ArrayList<>(List.of(new ArrayList<>()));
        for (String argument : arguments) {
            if (argument.equals(NEXT_NODE)) {
                settings.add(new ArrayList<>());
            } else {
                settings.get(settings.size() - 1).add(argument);
            }
        }
        return settings;
    }

    /** The first one loads the classes that all use; the others do not wait for each other. */
    private static List<Node> started(List<List<String>> settings) {
        List<Node> nodes = new ArrayList<>(List.of(new Node(0, settings.get(0))));
        ExecutorService starters = Executors.newFixedThreadPool(STARTED_AT_ONCE);
        IntStream.range(1, settings.size())
                .mapToObj(
                        number -> CompletableFuture.supplyAsync(() -> new Node(number, settings.get(number)), starters))
                .toList()
                .forEach(starting -> nodes.add(starting.join()));
        starters.shutdown();
        return nodes;
    }

    static void say(int node, String word) {
        synchronized (System.out) {
            System.out.println(WORD + node + " " + word);
            System.out.flush();
        }
    }
}
