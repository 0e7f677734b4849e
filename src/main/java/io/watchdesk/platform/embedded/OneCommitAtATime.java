package io.watchdesk.platform.embedded;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connections to the embedded database of which one commits at a time. H2 2.4.240 writes a state of the file by taking table
 * after table, index after index and last the log of open transactions, while others go on: a commit that runs meanwhile is
 * in the later of them only, and whoever is killed then finds half a transaction (decision 0034). Every commit writes a
 * state before it is answered, and they queue for that anyway, so queueing a moment earlier costs nothing.
 */
final class OneCommitAtATime extends DelegatingDataSource {

    private final ReentrantLock turn = new ReentrantLock();

    OneCommitAtATime(DataSource connections) {
        super(connections);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return queueing(super.getConnection());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return queueing(super.getConnection(user, password));
    }

    /** Does something while nobody commits. */
    <T> T alone(Supplier<T> deed) {
        turn.lock();
        try {
            return deed.get();
        } finally {
            turn.unlock();
        }
    }

    private Connection queueing(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                OneCommitAtATime.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "commit" -> {
                        commit(connection);
                        yield null;
                    }
                    case "createStatement", "prepareStatement", "prepareCall" -> {
                        Statement statement = (Statement) call(connection, method, arguments);
                        yield connection.getAutoCommit() ? committing(connection, statement, method) : statement;
                    }
                    default -> call(connection, method, arguments);
                });
    }

    /** A statement that is a transaction of its own: it ends with a commit in its turn, not inside the statement. */
    private Object committing(Connection connection, Statement statement, Method maker) {
        return Proxy.newProxyInstance(
                OneCommitAtATime.class.getClassLoader(),
                new Class<?>[] {maker.getReturnType()},
                (proxy, method, arguments) -> changes(method) && connection.getAutoCommit()
                        ? executed(connection, statement, method, arguments)
                        : call(statement, method, arguments));
    }

    private static boolean changes(Method method) {
        return method.getName().startsWith("execute") && !method.getName().equals("executeQuery");
    }

    private Object executed(Connection connection, Statement statement, Method method, Object[] arguments)
            throws Throwable {
        connection.setAutoCommit(false);
        try {
            Object result = call(statement, method, arguments);
            commit(connection);
            return result;
        } catch (SQLException failure) {
            connection.rollback();
            throw failure;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private void commit(Connection connection) throws SQLException {
        turn.lock();
        try {
            connection.commit();
        } finally {
            turn.unlock();
        }
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }
}
