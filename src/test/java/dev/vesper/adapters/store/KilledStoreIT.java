package dev.vesper.adapters.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.audit.AuditLog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that has the H2 file is killed with SIGKILL: what it said was committed is there, whole, however many wrote at once. */
@Timeout(600)
class KilledStoreIT {
    @TempDir
    Path home;

    @Test
    void whatWasCommittedOutlivesKill9AndTheSecondProcessIsToldWhoHoldsTheFile() throws Exception {
        DatabaseSettings settings = DatabaseSettings.h2(home, StoreIT.MIGRATIONS);
        for (int round = 0; round < 3; round++) { // killed, resumed, killed again
            try (OtherProcess other = OtherProcess.writingTo(home, StoreIT.MIGRATIONS)) {
                int last = other.waitFor(5 + 7 * round);
                if (round == 0) {
                    Problem problem = assertThrows(Problem.class, () -> Database.open(settings));
                    assertEquals(Problem.Kind.UNAVAILABLE, problem.kind());
                    assertTrue(problem.getMessage().contains("process " + other.pid()), problem::getMessage);
                }
                last = other.kill(last);
                try (Database database = Database.open(settings)) {
                    assertWholeUpTo(database, RunId.of(Sample.DATE, round + 1), last);
                    assertKept(database, other.kept());
                }
            }
        }
        assertEquals(0, Files.size(home.resolve("vesper.mv.db.lock")), "nobody is named once it is closed");
    }

    /** Each row that somebody was told of is there, once. */
    private static void assertKept(Database database, List<String> kept) {
        List<String> there = new HibernateAuditLog(database)
                .rows().stream()
                        .filter(row -> row.subject().equals("beside"))
                        .map(AuditLog.Row::detail)
                        .toList();
        assertFalse(kept.isEmpty());
        assertEquals(there.size(), Set.copyOf(there).size(), "none stands there twice");
        assertTrue(
                there.containsAll(kept),
                () -> "lost: "
                        + kept.stream().filter(row -> !there.contains(row)).toList());
    }

    private static void assertWholeUpTo(Database database, RunId run, int last) {
        HibernateAuditLog audit = new HibernateAuditLog(database);
        HibernateOrderStore orders = new HibernateOrderStore(database, audit);
        int children = orders.children(run).size();
        assertEquals(0, children % 20, "a slice is saved whole or not at all");
        int slices = children / 20;
        assertTrue(slices == last + 1 || slices == last + 2, slices + " slices after " + last);
        int fills = orders.fills(run).size();
        assertEquals(slices + fills, orders.history(run).size(), "every slice and its booking has its event");
        long rows = audit.rows().stream()
                .filter(row -> row.subject().equals(run.value()))
                .count();
        assertTrue(rows == slices || rows == slices - 1, rows + " audit rows for " + slices + " slices");
        assertTrue(rows > last, rows + " audit rows after " + last);
        assertEquals(List.of(), audit.verify());
    }
}
