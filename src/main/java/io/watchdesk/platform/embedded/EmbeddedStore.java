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
     * The state that the file has now, for whoever is alone with it, which can be copied while others work: until it is closed
     * nothing in it is moved or written over. It holds every commit that was answered.
     */
    static State state(MVStore store) {
        return new State((SingleFileStore) store.getFileStore());
    }

    /**
     * H2's own statement for this writes a state first, which may hold half a commit, begins while parts of the file are moved,
     * and goes on as long as the file grows.
     */
    static final class State implements AutoCloseable {

        private final SingleFileStore file;
        private final long size;
        /** The head of the file, which tells where its newest part is, is written again and again. */
        private final byte[] beginning;

        private State(SingleFileStore file) {
            this.file = file;
            file.setReuseSpace(false);
            this.size = file.size();
            this.beginning = part(0);
        }

        /** @throws InterruptedIOException when it was given up in the middle */
        void writeTo(OutputStream out, BooleanSupplier givenUp) throws IOException {
            byte[] part = beginning;
            for (long at = 0; part.length > 0; at += PART) {
                if (givenUp.getAsBoolean()) {
                    throw new InterruptedIOException("The copy was given up.");
                }
                out.write(part);
                part = part(at + PART);
            }
        }

        /** The free end of the file may be given back meanwhile. */
        private byte[] part(long at) {
            int length = (int) Math.max(0, Math.min(PART, Math.min(size, file.size()) - at));
            return length == 0 ? new byte[0] : file.readFully(null, at, length).array();
        }

        @Override
        public void close() {
            file.setReuseSpace(true);
        }
    }
}
