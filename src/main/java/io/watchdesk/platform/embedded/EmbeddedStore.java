package io.watchdesk.platform.embedded;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.SingleFileStore;

/** What H2 has below its SQL: the session of a connection, and the file with the maps of all tables and indexes. */
final class EmbeddedStore {

    /** Bytes that are read at once. */
    private static final int PART = 1 << 20;

    private EmbeddedStore() {}

    static SessionLocal session(Connection connection) throws SQLException {
        return (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
    }

    static MVStore of(Connection connection) throws SQLException {
        return session(connection).getDatabase().getStore().getMvStore();
    }

    /**
     * Writes a whole state of the file while others work, not with H2's own statement: that writes a state first, which may hold
     * half a commit, begins while parts of the file are moved, and goes on as long as the file grows. Every commit that was
     * answered is in the file already, and until the copy is whole nothing in it is moved or written over.
     *
     * @throws InterruptedIOException when it was given up in the middle
     */
    static void copy(Connection connection, OneCommitAtATime turns, OutputStream out, BooleanSupplier givenUp)
            throws SQLException, IOException {
        SingleFileStore file = (SingleFileStore) of(connection).getFileStore();
        long size = turns.alone(() -> {
            file.setReuseSpace(false);
            return file.size();
        });
        try {
            // The free end of the file may be given back meanwhile.
            for (long at = 0; at < Math.min(size, file.size()); at += PART) {
                if (givenUp.getAsBoolean()) {
                    throw new InterruptedIOException("The copy was given up.");
                }
                int length = (int) Math.min(PART, Math.min(size, file.size()) - at);
                out.write(file.readFully(null, at, length).array());
            }
        } finally {
            file.setReuseSpace(true);
        }
    }
}
