package io.watchdesk.platform.web;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers what the engine could not ask of the database. It composes the SQL of a query from its filters, and for some of
 * them, as for jobs by their ids and their definition, what no database reads: that is 400 with a sentence. All else is
 * answered as {@link OutageInRest} does, and found by Jersey in the same way.
 */
public class QueriesInRest implements FoundByJersey, ExceptionMapper<ProcessEnginePersistenceException> {

    private static final Logger LOG = LoggerFactory.getLogger(QueriesInRest.class);

    /** How the states of SQL that cannot be read begin, in H2 and in PostgreSQL. */
    private static final String UNREADABLE_SQL = "42";

    @Override
    public Response toResponse(ProcessEnginePersistenceException failure) {
        if (!isUnreadable(failure)) {
            return OutageInRest.answer(failure);
        }
        LOG.warn("The engine composed SQL that the database does not read.", failure);
        return Response.status(Response.Status.BAD_REQUEST)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Map.of(
                        "type",
                        "NotDone",
                        "message",
                        Spoken.sentence("Camunda cannot answer this combination of filters. Leave one of them out.")))
                .build();
    }

    private static boolean isUnreadable(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SQLException unread
                        && String.valueOf(unread.getSQLState()).startsWith(UNREADABLE_SQL));
    }
}
