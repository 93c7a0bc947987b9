package dev.vesper.adapters.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store's tests on an H2 file. */
class H2StoreIT extends StoreIT {
    @Override
    DatabaseSettings empty(Path folder) {
        return DatabaseSettings.h2(folder, MIGRATIONS);
    }

    @Override
    String dropTrigger(String table) {
        return "drop trigger if exists " + table + "_append_only";
    }

    @Test
    void aSecondStateFolderOnTheFileIsToldWhoHoldsIt(@TempDir Path state, @TempDir Path second) {
        DatabaseSettings first = empty(state);
        DatabaseSettings other =
                new DatabaseSettings(first.jdbcUrl(), first.user(), first.password(), MIGRATIONS, second);
        try (Database _ = Database.open(first)) {
            Problem problem = assertThrows(Problem.class, () -> Database.open(other));
            assertEquals(Problem.Kind.UNAVAILABLE, problem.kind());
            assertTrue(
                    problem.getMessage()
                            .contains(
                                    "held by process " + ProcessHandle.current().pid() + " ("),
                    problem::getMessage);
        }
        Database.open(other).close();
    }

    /** A store of an older Vesper has no password; one is given to it when it is opened, wherever a kill comes. */
    @Test
    void aStoreWithoutAPasswordIsGivenOne(@TempDir Path state) throws Exception {
        DatabaseSettings first = empty(state);
        Database.open(first).close();
        Path file = state.resolve(H2Password.FILE);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        String password = H2Password.kept(state);
        for (String kill : List.of("before the change", "before the file has its name", "never")) {
            try (Connection open = DriverManager.getConnection(first.jdbcUrl(), "sa", password);
                    Statement statement = open.createStatement()) {
                statement.execute("alter user sa set password ''");
            }
            Files.delete(file);
            switch (kill) {
                case "before the change" -> Files.writeString(state.resolve(H2Password.FILE + ".new"), password);
                case "before the file has its name" -> {
                    Files.writeString(state.resolve(H2Password.FILE + ".new"), password);
                    try (Connection open = DriverManager.getConnection(first.jdbcUrl(), "sa", "");
                            Statement statement = open.createStatement()) {
                        statement.execute("alter user sa set password '" + password + "'");
                    }
                }
                default -> assertFalse(Files.exists(state.resolve(H2Password.FILE + ".new")));
            }
            Database.open(empty(state)).close();
            password = H2Password.kept(state);
            assertEquals(48, password.length(), kill);
            assertThrows(
                    SQLException.class,
                    () -> DriverManager.getConnection(first.jdbcUrl(), "sa", "").close());
        }
    }
}
