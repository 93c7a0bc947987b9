package dev.vesper.adapters.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LostDatabaseTest {
    @TempDir
    Path home;

    @Test
    void aDatabaseThatIsGoneWhileItsAnchorIsThereIsNotMadeAgain() throws Exception {
        new AuditAnchor(home).write(new AuditAnchor.Held(new AuditAnchor.Mark(12, AuditHash.GENESIS), null));
        Problem gone =
                assertThrows(Problem.class, () -> Database.open(DatabaseSettings.h2(home, Path.of("migrations"))));
        assertEquals(Problem.Kind.UNAVAILABLE, gone.kind());
        assertTrue(
                gone.getMessage().contains("has 12 rows") && gone.getMessage().contains("backup"), gone.getMessage());
        assertFalse(Files.exists(home.resolve("vesper.mv.db")));
    }
}
