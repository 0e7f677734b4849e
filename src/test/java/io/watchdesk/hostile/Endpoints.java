package io.watchdesk.hostile;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.watchdesk.WatchdeskApplication;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.rest.dto.AbstractQueryDto;
import org.camunda.bpm.engine.rest.impl.NamedProcessEngineRestServiceImpl;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Every address of ours and of Camunda's, read from the code, so that a new one is tried without anybody thinking of it. */
final class Endpoints {

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private static final String CAMUNDA = "/camunda/api/engine";
    private static final int DEEPEST = 5;

    private Endpoints() {}

    static List<Endpoint> all() {
        Set<Endpoint> found = new HashSet<>(ours());
        camundas(CAMUNDA, NamedProcessEngineRestServiceImpl.class, 0, found);
        return found.stream()
                .sorted(Comparator.comparing(Endpoint::path)
                        .thenComparing(Endpoint::method)
                        .thenComparing(endpoint -> String.valueOf(endpoint.body())))
                .toList();
    }

    /** The properties of a class as Jackson would fill it, with their types; empty for what it does not fill by name. */
    static Map<String, JavaType> properties(JavaType type) {
        Map<String, JavaType> properties = new LinkedHashMap<>();
        if (type.isPrimitive()
                || type.isEnumType()
                || type.getRawClass().getName().startsWith("java.")) {
            return properties;
        }
        for (BeanPropertyDefinition property :
                JSON.getDeserializationConfig().introspect(type).findProperties()) {
            if (property.couldDeserialize()) {
                properties.put(property.getName(), property.getPrimaryType());
            }
        }
        return properties;
    }

    static JavaType typeOf(Type type) {
        return JSON.constructType(type);
    }

    private static List<Endpoint> ours() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        List<Endpoint> endpoints = new ArrayList<>();
        for (var candidate : scanner.findCandidateComponents("io.watchdesk")) {
            Class<?> type = ClassUtils.resolveClassName(
                    String.valueOf(candidate.getBeanClassName()), Endpoints.class.getClassLoader());
            RequestMapping above = AnnotatedElementUtils.findMergedAnnotation(type, RequestMapping.class);
            if (!origin(type).equals(origin(WatchdeskApplication.class))) {
                // Controllers that only the tests have.
                continue;
            }
            for (Method method : type.getDeclaredMethods()) {
                RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
                if (mapping != null) {
                    for (String root : paths(above)) {
                        for (String path : paths(mapping)) {
                            endpoints.add(ours(mapping, root + path, method));
                        }
                    }
                }
            }
        }
        return endpoints;
    }

    private static URL origin(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }

    private static List<String> paths(RequestMapping mapping) {
        return mapping == null || mapping.path().length == 0 ? List.of("") : Arrays.asList(mapping.path());
    }

    private static Endpoint ours(RequestMapping mapping, String path, Method method) {
        Type body = null;
        boolean upload = false;
        List<String> parameters = new ArrayList<>();
        for (Parameter parameter : method.getParameters()) {
            if (parameter.isAnnotationPresent(RequestBody.class)) {
                body = parameter.getParameterizedType();
            } else if (parameter.getType().equals(MultipartFile.class)) {
                upload = true;
            } else if (parameter.isAnnotationPresent(RequestParam.class)) {
                parameters.add(parameter.getName());
            }
        }
        RequestMethod verb = mapping.method().length == 0 ? RequestMethod.GET : mapping.method()[0];
        return new Endpoint(verb.name(), path, body, parameters, upload, method.getGenericReturnType());
    }

    private static void camundas(String path, Class<?> service, int depth, Set<Endpoint> found) {
        Path above = service.getAnnotation(Path.class);
        String root = path + (depth > 0 || above == null ? "" : slashed(above.value()));
        for (Method method : service.getMethods()) {
            Path below = method.getAnnotation(Path.class);
            String verb = verb(method);
            String address = root + (below == null ? "" : slashed(below.value()));
            if (verb != null) {
                found.add(new Endpoint(
                        verb, address, body(method), parameters(method), false, method.getGenericReturnType()));
            } else if (below != null
                    && depth < DEEPEST
                    && method.getReturnType().isInterface()) {
                camundas(address, method.getReturnType(), depth + 1, found);
            } else if (below != null
                    && depth < DEEPEST
                    && method.getReturnType().getName().startsWith("org.camunda.")) {
                camundas(address, method.getReturnType(), depth + 1, found);
            }
        }
    }

    private static String slashed(String path) {
        return path.startsWith("/") || path.isEmpty() ? path : "/" + path;
    }

    private static String verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(java.util.Objects::nonNull)
                .map(HttpMethod::value)
                .findFirst()
                .orElse(null);
    }

    private static Type body(Method method) {
        return Arrays.stream(method.getParameters())
                .filter(parameter -> parameter.getAnnotations().length == 0)
                .map(Parameter::getParameterizedType)
                .findFirst()
                .orElse(null);
    }

    /** Those it names, and all that the queries of the same service know. */
    private static List<String> parameters(Method method) {
        Set<String> names = new TreeSet<>();
        for (Parameter parameter : method.getParameters()) {
            if (parameter.isAnnotationPresent(QueryParam.class)) {
                names.add(parameter.getAnnotation(QueryParam.class).value());
            }
        }
        for (Method sibling : method.getDeclaringClass().getMethods()) {
            for (Class<?> type : sibling.getParameterTypes()) {
                if (AbstractQueryDto.class.isAssignableFrom(type)) {
                    names.addAll(properties(typeOf(type)).keySet());
                }
            }
        }
        return List.copyOf(names);
    }
}
