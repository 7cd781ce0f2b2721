package io.tripline.alerting.sql;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementExceptions;

/** The relational database that alerts are kept in. Safe for use by several threads. */
public final class Database {

    /** A piece of work on one connection. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Handle handle) throws SQLException;
    }

    private static final String SCHEMA = "classpath:io/tripline/alerting/schema";
    private static final String HISTORY = "alerting_schema_history";

    private final Jdbi jdbi;
    private final boolean flushesOnRequest;

    private Database(Jdbi jdbi, boolean flushesOnRequest) {
        this.jdbi = jdbi;
        this.flushesOnRequest = flushesOnRequest;
    }

    /**
     * Brings the schema up to date. Other tables may live beside it: it has a history table of its own.
     *
     * @throws StoreException when the database cannot be reached or migrated
     */
    public static Database open(DataSource dataSource) {
        try {
            Flyway.configure(Database.class.getClassLoader())
                    .dataSource(dataSource)
                    .locations(SCHEMA)
                    .table(HISTORY)
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new StoreException("the alert database could not be brought up to date", e);
        }
        Jdbi jdbi = Jdbi.create(dataSource);
        // By default an error's message repeats the values of its statement, among them an endpoint's secret.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
        return new Database(jdbi, call(jdbi, "read the database's name", Database::isH2));
    }

    /**
     * Does work that only reads.
     *
     * @param what the work in words, for the error
     */
    public <T> T read(String what, Work<T> work) {
        return call(jdbi, what, work);
    }

    /**
     * Does work in one transaction.
     *
     * @param what the work in words, for the error
     * @throws StoreException when it failed; then nothing of it has been kept
     */
    public <T> T write(String what, Work<T> work) {
        return call(jdbi, what, handle -> handle.inTransaction(work::on));
    }

    /**
     * Like {@link #write}, for what cannot be had again from the journal: after the return a power cut loses nothing of
     * it. H2 otherwise leaves the last half second to the operating system.
     */
    public <T> T writeDurably(String what, Work<T> work) {
        T result = write(what, work);
        if (flushesOnRequest) {
            call(jdbi, what, handle -> handle.execute("CHECKPOINT SYNC"));
        }
        return result;
    }

    private static boolean isH2(Handle handle) throws SQLException {
        return "H2".equals(handle.getConnection().getMetaData().getDatabaseProductName());
    }

    private static <T> T call(Jdbi jdbi, String what, Work<T> work) {
        try {
            return jdbi.withHandle(work::on);
        } catch (SQLException | JdbiException e) {
            throw new StoreException("could not " + what + ": " + reason(e), e);
        }
    }

    /** The first line of the innermost message: outer ones repeat it, and behind it stands the statement. */
    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }
}
