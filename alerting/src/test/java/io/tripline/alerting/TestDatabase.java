package io.tripline.alerting;

import java.nio.file.Path;
import org.h2.jdbcx.JdbcConnectionPool;

/** A real H2 database in a file. */
public final class TestDatabase implements AutoCloseable {

    private final JdbcConnectionPool pool;

    public TestDatabase(Path directory) {
        this.pool = JdbcConnectionPool.create("jdbc:h2:file:" + directory.resolve("tripline"), "sa", "");
    }

    public JdbcConnectionPool dataSource() {
        return pool;
    }

    /** Ends all connections, which closes the database. */
    @Override
    public void close() {
        pool.dispose();
    }
}
