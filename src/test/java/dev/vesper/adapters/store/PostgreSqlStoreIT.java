package dev.vesper.adapters.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;

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
}
