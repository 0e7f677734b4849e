package io.watchdesk.platform.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the inside out of the errors of Camunda's REST API: a fault tells a number that stands in the log, other errors
 * lose the names of classes. Jersey finds it as it finds {@link RefusalInRest}.
 */
public class FaultsInRest implements FoundByJersey, ContainerResponseFilter, ExceptionMapper<JsonProcessingException> {

    private static final Logger LOG = LoggerFactory.getLogger(FaultsInRest.class);
    private static final int BAD_REQUEST = 400;
    private static final int FIRST_FAULT = 500;
    private static final String OTHER = "NotDone";

    /** Characters of a message in the log; Camunda's repeat what was sent, however much it is. */
    private static final int LONGEST = 500;

    /** The one kind of error that the webapps treat in their own way. */
    private static final String NOT_ALLOWED = "AuthorizationException";

    private static final Pattern CLASS = Pattern.compile("\\b(?:[a-z_][a-z0-9_]*\\.){2,}[A-Za-z_$][\\w$]*\\b");
    private static final Pattern EXCEPTION = Pattern.compile("\\b\\w*(?:Exception|Error)\\b:?\\s*");

    @Override
    public Response toResponse(JsonProcessingException unreadable) {
        return Response.status(Response.Status.BAD_REQUEST)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Map.of("type", OTHER, "message", CallersFault.UNREADABLE))
                .build();
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof String && response.getStatus() == BAD_REQUEST) {
            // Jackson's own words about the classes that it wanted to fill.
            response.setEntity(
                    Map.of("type", OTHER, "message", CallersFault.UNREADABLE), null, MediaType.APPLICATION_JSON_TYPE);
        }
        if (response.getEntity() instanceof ExceptionDto error) {
            clean(error, request, response);
        }
    }

    private static void clean(ExceptionDto error, ContainerRequestContext request, ContainerResponseContext response) {
        Optional<CallersFault> callers = response.getStatus() >= FIRST_FAULT
                ? CallersFault.of(String.valueOf(error.getMessage()))
                : Optional.empty();
        callers.ifPresent(fault -> response.setStatus(fault.status()));
        if (callers.isPresent() && callers.get().sentence() != null) {
            LOG.warn(
                    "Taken for an error of the caller in {} {}: {}",
                    request.getMethod(),
                    request.getUriInfo().getPath(),
                    shortened(error));
            error.setMessage(callers.get().sentence());
        } else if (response.getStatus() >= FIRST_FAULT) {
            String number = HexFormat.of()
                    .toHexDigits(ThreadLocalRandom.current().nextInt())
                    .toUpperCase(java.util.Locale.ROOT);
            LOG.warn(
                    "Fault {} in {} {}: {}",
                    number,
                    request.getMethod(),
                    request.getUriInfo().getPath(),
                    shortened(error));
            error.setMessage("Something went wrong here. If it happens again, tell an administrator the number %s."
                    .formatted(number));
        } else if (error.getMessage() != null) {
            error.setMessage(EXCEPTION
                    .matcher(CLASS.matcher(error.getMessage()).replaceAll("(internal)"))
                    .replaceAll(""));
        }
        error.setMessage(Spoken.sentence(error.getMessage()));
        if (!NOT_ALLOWED.equals(error.getType())) {
            error.setType(OTHER);
        }
    }

    private static String shortened(ExceptionDto error) {
        String message = String.valueOf(error.getMessage());
        return message.length() > LONGEST ? message.substring(0, LONGEST) + "..." : message;
    }
}
