package dev.vesper.adapters.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The schema itself: its views, its migrations, who may open it. */
abstract class SchemaCases extends StoreCases {
    @Test
    void everyTableCanBeQueriedAndExplained() throws SQLException {
        RunRecord run = soldHundredIbm(false, RunStatus.DONE);
        assertEquals(
                List.of("IBM 100.000000 150.200000 3.3278"),
                store.query("select symbol || ' ' || filled || ' ' || average_price || ' ' || execution_cost_bps"
                        + " from order_result where filled > 0 and run_id = '" + run.id() + "'"));
        assertEquals(
                List.of("CUT 1", "PASS 1"),
                store.query("select outcome || ' ' || count(*) from verdict group by outcome order by outcome"));
    }

    @Test
    void anEditedMigrationIsNoticed() throws Exception {
        store.close();
        Path copy = Files.createDirectory(home().resolve("edited"));
        try (var files = Files.list(StoreIT.MIGRATIONS)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        Path edited = copy.resolve("V001__run.sql");
        Files.writeString(edited, Files.readString(edited).replace("run_by_firm", "run_by_firm_name"));
        DatabaseSettings other = new DatabaseSettings(
                store.settings().jdbcUrl(),
                store.settings().user(),
                store.settings().password(),
                copy,
                store.settings().home());
        Problem problem = assertThrows(Problem.class, () -> Database.open(other));
        assertEquals(Problem.Kind.UNAVAILABLE, problem.kind());
        assertTrue(problem.getMessage().contains("001"), problem::getMessage);
        reopen();
    }

    @Test
    void aWrongPasswordIsSaidWithoutShowingIt() {
        store.close();
        DatabaseSettings wrong = new DatabaseSettings(
                store.settings().jdbcUrl(),
                "nobody",
                "s3cret-wrong",
                store.settings().migrations(),
                store.settings().home());
        Problem problem = assertThrows(Problem.class, () -> Database.open(wrong));
        assertEquals(Problem.Kind.UNAVAILABLE, problem.kind());
        assertTrue(problem.getMessage().contains("VESPER_DB_PASSWORD"), problem::getMessage);
        assertFalse((problem.getMessage() + wrong).contains("s3cret"), problem::getMessage);
        reopen();
    }
}
