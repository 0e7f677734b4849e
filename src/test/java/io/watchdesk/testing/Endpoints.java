package io.watchdesk.testing;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.catalina.Container;
import org.apache.catalina.Context;
import org.apache.catalina.core.StandardWrapper;
import org.glassfish.jersey.servlet.ServletContainer;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Everything that the running application answers to, as {@code GET /path/{id}}: our own controllers and resources as
 * Spring knows them, Camunda's as the servlets of its webapps have loaded them.
 */
public final class Endpoints {

    private static final int DEEPEST = 6;

    private final ServletWebServerApplicationContext application;

    /** @param application with its web server running */
    public Endpoints(ServletWebServerApplicationContext application) {
        this.application = application;
    }

    /** Ordered; a parameter is called as its owner calls it. */
    public Set<String> all() {
        Set<String> all = new TreeSet<>();
        application.getBeansOfType(RequestMappingHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .forEach(mapping -> addController(mapping, all));
        application.getBeansOfType(SimpleUrlHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMap().keySet().stream())
                .forEach(pattern -> all.add("GET " + pattern));
        webapps().forEach(servlet -> addWebapp(servlet, all));
        return all;
    }

    private static void addController(RequestMappingInfo mapping, Set<String> all) {
        Collection<String> methods = mapping.getMethodsCondition().getMethods().stream()
                .map(Enum::name)
                .toList();
        for (String path : mapping.getPatternValues()) {
            (methods.isEmpty() ? List.of("GET") : methods).forEach(method -> all.add(method + " " + path));
        }
    }

    private List<StandardWrapper> webapps() {
        var server = (TomcatWebServer) application.getWebServer();
        List<StandardWrapper> found = new ArrayList<>();
        for (Container context : server.getTomcat().getHost().findChildren()) {
            for (Container servlet : ((Context) context).findChildren()) {
                if (servlet instanceof StandardWrapper wrapper
                        && ServletContainer.class.getName().equals(wrapper.getServletClass())) {
                    found.add(wrapper);
                }
            }
        }
        return found;
    }

    private static void addWebapp(StandardWrapper wrapper, Set<String> all) {
        try {
            wrapper.load();
        } catch (jakarta.servlet.ServletException e) {
            throw new IllegalStateException("The servlet %s does not load.".formatted(wrapper.getName()), e);
        }
        var configuration = ((ServletContainer) wrapper.getServlet()).getConfiguration();
        Application loaded = configuration.getApplication();
        for (String mapping : wrapper.findMappings()) {
            String root = mapping.substring(0, mapping.length() - "/*".length());
            for (Class<?> resource : loaded.getClasses()) {
                Path path = annotation(resource, Path.class);
                if (path != null) {
                    walk(resource, join(root, path), all, 0);
                }
            }
        }
    }

    private static void walk(Class<?> resource, String root, Set<String> all, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalStateException("The resources below %s do not end.".formatted(root));
        }
        for (Method method : resource.getMethods()) {
            Path path = annotation(method, Path.class);
            String verb = verb(method);
            if (verb != null) {
                all.add(verb + " " + join(root, path));
            } else if (path != null && !method.isBridge()) {
                walk(method.getReturnType(), join(root, path), all, depth + 1);
            }
        }
    }

    private static String join(String root, Path path) {
        if (path == null || path.value().equals("/")) {
            return root;
        }
        // What a parameter may look like is no part of its name.
        String value = path.value().replaceAll("\\{\\s*([^:}\\s]+)\\s*:[^/]*}", "{$1}");
        return root + (value.startsWith("/") ? "" : "/") + value.replaceAll("/$", "");
    }

    private static String verb(Method method) {
        return sources(method).stream()
                .flatMap(source -> Arrays.stream(source.getAnnotations()))
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(java.util.Objects::nonNull)
                .map(HttpMethod::value)
                .findFirst()
                .orElse(null);
    }

    private static <A extends Annotation> A annotation(Method method, Class<A> kind) {
        return sources(method).stream()
                .map(source -> source.getAnnotation(kind))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static <A extends Annotation> A annotation(Class<?> type, Class<A> kind) {
        return ancestors(type).stream()
                .map(each -> each.getAnnotation(kind))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The method and all that it overrides: JAX-RS reads annotations from interfaces too. */
    private static List<Method> sources(Method method) {
        List<Method> found = new ArrayList<>();
        for (Class<?> type : ancestors(method.getDeclaringClass())) {
            try {
                found.add(type.getMethod(method.getName(), method.getParameterTypes()));
            } catch (NoSuchMethodException ignored) {
                continue;
            }
        }
        return found;
    }

    private static Set<Class<?>> ancestors(Class<?> type) {
        Set<Class<?>> all = new java.util.LinkedHashSet<>();
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            all.add(each);
            for (Class<?> implemented : each.getInterfaces()) {
                all.addAll(ancestors(implemented));
            }
        }
        return all;
    }
}
