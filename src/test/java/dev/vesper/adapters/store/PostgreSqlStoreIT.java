package dev.vesper.adapters.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The store's tests on a real PostgreSQL server. */
class PostgreSqlStoreIT extends StoreIT {
    private static EmbeddedPostgres server;
    private static int databases;

    @BeforeAll
    static void startServer() throws IOException {
        server = EmbeddedPostgres.builder().start();
    }

    @AfterAll
    static void stopServer() throws IOException {
        server.close();
    }

    @Override
    DatabaseSettings empty(Path folder) throws SQLException {
        String name = "vesper" + ++databases;
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            if (databases == 1) {
                statement.execute("create role vesper login password 's3cret'");
            }
            statement.execute("create database " + name + " owner vesper");
        }
        return new DatabaseSettings(
                "jdbc:postgresql://localhost:" + server.getPort() + "/" + name, "vesper", "s3cret", MIGRATIONS, folder);
    }

    @Override
    String dropTrigger() {
        return "drop trigger if exists audit_row_append_only on audit_row";
    }
}
