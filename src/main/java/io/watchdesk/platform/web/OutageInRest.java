package io.watchdesk.platform.web;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;

/**
 * Answers 503 with a sentence where Camunda's own REST API met a database that cannot be asked. Jersey finds it through
 * {@code META-INF/services}, because the webapps build their applications themselves.
 */
public class OutageInRest implements FoundByJersey, ExceptionMapper<NestedRuntimeException> {

    private static final Logger LOG = LoggerFactory.getLogger(OutageInRest.class);

    @Override
    public Response toResponse(NestedRuntimeException failure) {
        return answer(failure);
    }

    /** The answer to a failure, whoever has wrapped it. */
    static Response answer(Throwable failure) {
        Optional<Outage> outage = Outage.behind(failure);
        if (outage.isEmpty()) {
            return ExceptionHandlerHelper.getInstance().getResponse(failure);
        }
        LOG.warn("The database cannot be asked.", failure);
        return Response.status(Response.Status.SERVICE_UNAVAILABLE)
                .header("Retry-After", Outage.RETRY_AFTER)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Map.of("type", "Outage", "message", outage.get().sentence()))
                .build();
    }
}
