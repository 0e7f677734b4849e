package io.watchdesk.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdesk.testing.ApplicationSpecification;
import io.watchdesk.testing.Endpoints;
import io.watchdesk.testing.PathTricks;
import io.watchdesk.testing.TasklistClient;
import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/** Whoever is not signed in reaches nothing that asks for it, however the address is written. */
class PathTricksTest extends ApplicationSpecification {

    @Autowired
    private ServletWebServerApplicationContext application;

    @Test
    void forty_ways_to_write_each_protected_address_lead_nobody_in() throws IOException {
        Set<String> addresses = protectedAddresses();
        assertThat(addresses).hasSizeGreaterThan(60).contains("/api/audit", "/camunda/api/engine/engine/default/task");

        for (String address : oneOfEachKind(addresses)) {
            for (String variant : PathTricks.variants(address)) {
                assertThat(PathTricks.statusLine(at("/"), "GET " + variant + " HTTP/1.1"))
                        .as(variant)
                        .doesNotContainPattern(" 2\\d\\d ");
            }
        }
    }

    @Test
    void no_odd_method_reads_or_changes_a_protected_address() throws IOException {
        for (String address : oneOfEachKind(protectedAddresses())) {
            for (String method :
                    List.of("TRACE", "TRACK", "PROPFIND", "get", "HEAD", "OPTIONS", "PATCH", "PUT", "DELETE")) {
                assertThat(PathTricks.statusLine(at("/"), method + " " + address + " HTTP/1.1"))
                        .as(method + " " + address)
                        .doesNotContainPattern(" 2\\d\\d ");
            }
        }
    }

    @Test
    void a_path_that_is_read_in_two_ways_reaches_nothing_for_those_who_are_signed_in_either() throws IOException {
        TasklistClient wei = TasklistClient.login(at("/"), "wei", "wei");
        String root = "/camunda/api/engine/engine/default/";
        for (String path : List.of(
                "task/..;/process-instance",
                "task;x=1/../process-instance",
                "process-instance;/",
                "version/..;/process-instance/count",
                "version/%2e%2e/process-instance/count",
                "version//process-instance/count",
                "process-instance%2fcount",
                "%70rocess-instance/count")) {
            assertThat(wei.get(root + path).status()).as(path).isBetween(400, 404);
        }
    }

    /** The shortest address of each resource, because what reads a path does not look at what follows. */
    private static Collection<String> oneOfEachKind(Set<String> addresses) {
        return addresses.stream()
                .collect(Collectors.toMap(
                        address -> address.replaceFirst(
                                "^(/camunda/api/engine/engine/default/[^/]+|/[^/]+/[^/]+).*", "$1"),
                        address -> address,
                        BinaryOperator.minBy(Comparator.comparingInt(String::length))))
                .values();
    }

    /** Those without parameters that answer a visitor with 401; probes of other tests may take long to answer. */
    private Set<String> protectedAddresses() {
        TasklistClient visitor = new TasklistClient(at("/"));
        Set<String> found = new TreeSet<>();
        for (String endpoint : new Endpoints(application).all()) {
            String path = endpoint.substring(endpoint.indexOf(' ') + 1)
                    .replace("{name}", "default")
                    .replace("/base/{engine}", "/base/default");
            if (endpoint.startsWith("GET ")
                    && !path.contains("/probe/")
                    && !path.contains("{")
                    && !path.contains("*")
                    && visitor.get(path).status() == 401) {
                found.add(path);
            }
        }
        return found;
    }
}
