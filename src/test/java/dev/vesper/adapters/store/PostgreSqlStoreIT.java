package dev.vesper.adapters.store;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.StringJoiner;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The store's tests on a real PostgreSQL server. */
class PostgreSqlStoreIT extends StoreIT {
    private EmbeddedPostgres server;

    @AfterAll
    void stopServer() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    @Override
    DatabaseSettings empty(Path folder) throws IOException, SQLException {
        server = EmbeddedPostgres.builder().start();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create role vesper login password 's3cret'");
            statement.execute("create database vesper owner vesper");
        }
        return new DatabaseSettings(
                "jdbc:postgresql://localhost:" + server.getPort() + "/vesper", "vesper", "s3cret", MIGRATIONS, folder);
    }

    @Override
    String dropTrigger(String table) {
        return "drop trigger if exists " + table + "_append_only on " + table;
    }

    /** Whatever the database sorts by; without an index for it PostgreSQL looks through every row. */
    @ParameterizedTest
    @CsvSource({"audit_row, subject", "audit_row, stream", "event, stream"})
    void whatIsReadByItsBeginningGoesAlongAnIndex(String table, String column) throws SQLException {
        try (Connection connection = server.getDatabase("vesper", "vesper").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set enable_seqscan = off");
            try (ResultSet plan = statement.executeQuery(
                    "explain select * from " + table + " where " + column + " like '2018-04-11-001/%' escape '!'")) {
                StringJoiner lines = new StringJoiner("\n");
                while (plan.next()) {
                    lines.add(plan.getString(1));
                }
                assertTrue(lines.toString().contains(table + "_by_beginning_of_" + column), lines.toString());
            }
        }
    }
}
