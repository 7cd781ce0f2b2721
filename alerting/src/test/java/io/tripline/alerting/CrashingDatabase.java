package io.tripline.alerting;

import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * A database as a process sees it that dies at one of its statements: what was not committed is rolled back, and nothing
 * more is done. Statements and commits are counted; the process dies before the given one is done, or behind it.
 */
public final class CrashingDatabase implements DataSource {

    /** The process has died; whatever it does now does not happen. */
    public static final class CrashException extends SQLException {

        private static final long serialVersionUID = 1L;

        CrashException() {
            super("the process has died, says the test");
        }
    }

    private final DataSource database;
    private final int dieAt;
    private final boolean done;
    private final List<Connection> connections = new ArrayList<>();
    private int steps;
    private boolean dead;

    /**
     * A process that dies.
     *
     * @param dieAt at which statement, counted from 1
     * @param done whether that statement is done before it dies
     */
    public CrashingDatabase(DataSource database, int dieAt, boolean done) {
        this.database = database;
        this.dieAt = dieAt;
        this.done = done;
    }

    public synchronized boolean isDead() {
        return dead;
    }

    @Override
    public synchronized Connection getConnection() throws SQLException {
        requireAlive();
        Connection connection = database.getConnection();
        connections.add(connection);
        return (Connection) wrap(connection, Connection.class);
    }

    private Object wrap(Object target, Class<?> type) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            String name = method.getName();
            try {
                Object result = name.startsWith("execute") || name.equals("commit")
                        ? step(() -> method.invoke(target, arguments))
                        : method.invoke(target, arguments);
                if (result instanceof PreparedStatement) {
                    return wrap(result, PreparedStatement.class);
                }
                return result instanceof Statement ? wrap(result, Statement.class) : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
    }

    private interface Step {
        Object take() throws IllegalAccessException, InvocationTargetException;
    }

    /** One at a time, so that a statement is done wholly before the death or not at all. */
    private synchronized Object step(Step step) throws SQLException, IllegalAccessException, InvocationTargetException {
        requireAlive();
        steps++;
        if (steps == dieAt && !done) {
            die();
        }
        Object result = step.take();
        if (steps == dieAt) {
            die();
        }
        return result;
    }

    private void die() throws SQLException {
        dead = true;
        for (Connection connection : connections) {
            if (!connection.isClosed()) {
                if (!connection.getAutoCommit()) {
                    connection.rollback();
                }
                connection.close();
            }
        }
        throw new CrashException();
    }

    private void requireAlive() throws CrashException {
        if (dead) {
            throw new CrashException();
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return database.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        database.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        database.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return database.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return database.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return database.isWrapperFor(type);
    }
}
