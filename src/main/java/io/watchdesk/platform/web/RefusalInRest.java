package io.watchdesk.platform.web;

import io.watchdesk.platform.Refused;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Map;

/**
 * Answers a refusal in Camunda's own REST API with status 400 and the sentence, in the shape that Tasklist shows. Jersey
 * finds it through {@code META-INF/services}, because the webapps build their applications themselves.
 */
public class RefusalInRest implements FoundByJersey, ExceptionMapper<Refused> {

    @Override
    public Response toResponse(Refused refused) {
        return Response.status(Response.Status.BAD_REQUEST)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Map.of("type", "Refused", "message", Spoken.sentence(refused.getMessage())))
                .build();
    }
}
