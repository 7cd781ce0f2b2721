package io.tripline.alerting.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Many rows for one statement, sent a thousand at a time. JDBI's own batches bind every value through an object; at a
 * hundred thousand alerts in one go that is what takes the time.
 */
public final class Batch implements AutoCloseable {

    private static final int ROWS_AT_A_TIME = 1_000;

    private final PreparedStatement statement;
    private int rows;

    public Batch(Connection connection, String sql) throws SQLException {
        this.statement = connection.prepareStatement(sql);
    }

    /** Adds a row: strings and numbers in the order of the statement's question marks. */
    public void add(Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
        rows++;
        if (rows % ROWS_AT_A_TIME == 0) {
            statement.executeBatch();
        }
    }

    /** Sends what is left; without it the rows since the last thousand are not written. */
    public void send() throws SQLException {
        if (rows % ROWS_AT_A_TIME != 0) {
            statement.executeBatch();
        }
        rows = 0;
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
