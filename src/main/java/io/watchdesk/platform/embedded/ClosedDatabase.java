package io.watchdesk.platform.embedded;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Set;
import org.h2.api.ErrorCode;

/**
 * Which failures end a connection: H2 closes the database under all its connections when a write fails, as on a full disk,
 * and opens it anew only for a new connection. The pool knows the standard's states alone, and a connection that is in use
 * all the time is never tried before it is lent, so a busy node would keep its dead ones for good.
 */
public final class ClosedDatabase implements SQLExceptionOverride {

    private static final Set<Integer> CLOSED = Set.of(
            ErrorCode.DATABASE_IS_CLOSED,
            ErrorCode.DATABASE_CALLED_AT_SHUTDOWN,
            ErrorCode.CONNECTION_BROKEN_1,
            ErrorCode.IO_EXCEPTION_1,
            ErrorCode.IO_EXCEPTION_2,
            ErrorCode.FILE_CORRUPTED_1);

    /** Made by the pool. */
    public ClosedDatabase() {}

    @java.lang.Override
    public Override adjudicate(SQLException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException each
                    && each.getClass().getName().startsWith("org.h2.")
                    && CLOSED.contains(each.getErrorCode())) {
                return Override.MUST_EVICT;
            }
        }
        return Override.CONTINUE_EVICT;
    }
}
