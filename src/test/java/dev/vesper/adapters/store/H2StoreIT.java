package dev.vesper.adapters.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import java.nio.file.Path;
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
}
