package dev.vesper.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A result never lands in the state folder, by whatever name it is reached. */
class OutFileTest {
    @TempDir
    Path folder;

    private Path state;

    @BeforeEach
    void aStateFolderAndTheWaysIntoIt() throws IOException {
        state = Files.createDirectories(folder.resolve("var"));
        Files.createDirectories(state.resolve("runs/2025-12-31-001"));
        Files.writeString(state.resolve("audit.anchor"), "kept");
        Files.createDirectories(folder.resolve("work"));
        Files.createSymbolicLink(folder.resolve("work/file-link"), state.resolve("audit.anchor"));
        Files.createSymbolicLink(folder.resolve("work/new-link"), Path.of("../var/not-there-yet"));
        Files.createSymbolicLink(folder.resolve("work/folder-link"), state.resolve("runs"));
        Files.createSymbolicLink(folder.resolve("work/second-link"), Path.of("new-link"));
        Files.createLink(folder.resolve("work/hard-link"), state.resolve("audit.anchor"));
        Files.createSymbolicLink(folder.resolve("work/circle"), Path.of("circle"));
        Files.createSymbolicLink(folder.resolve("work/out-link"), Path.of("../fine.csv"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "var/audit.anchor",
                "var/new.csv",
                "var/runs/2025-12-31-001/run.json",
                "work/../var/audit.anchor",
                "work/file-link",
                "work/new-link",
                "work/second-link",
                "work/hard-link",
                "work/folder-link/x.csv",
                "work/folder-link/../audit.anchor",
                "work/folder-link/../new.csv",
            })
    void nothingOfTheStateFolderIsWritten(String out) throws IOException {
        Problem refused = assertThrows(Problem.class, () -> OutFile.write(folder.resolve(out), state, "mine"));
        assertEquals(Problem.Kind.INPUT, refused.kind());
        assertTrue(refused.getMessage().contains("outside of the state folder"), refused.getMessage());
        assertEquals("kept", Files.readString(state.resolve("audit.anchor")));
        try (var all = Files.walk(state)) {
            assertEquals(4, all.count());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"work", "work/circle", "nowhere/x.csv", "work/file-link/x.csv", "/"})
    void whatIsNoFileIsWrongUsage(String out) {
        Problem refused = assertThrows(Problem.class, () -> OutFile.write(folder.resolve(out), state, "mine"));
        assertEquals(Problem.Kind.INPUT, refused.kind(), refused.getMessage());
    }

    @Test
    void everythingElseIsWritten() throws IOException {
        for (String out : new String[] {"work/x.csv", "work/out-link", "varnish.csv", "work/x.csv"}) {
            OutFile.write(folder.resolve(out), state, "mine");
            assertEquals("mine", Files.readString(folder.resolve(out)));
        }
        assertEquals("mine", Files.readString(folder.resolve("fine.csv")));
        OutFile.write(Path.of("/dev/null"), state, "mine");
    }

    @Test
    void aStateFolderThatIsNotThereYetIsNotMade() {
        Path later = folder.resolve("later");
        assertThrows(Problem.class, () -> OutFile.write(later.resolve("x.csv"), later, "mine"));
        assertThrows(Problem.class, () -> OutFile.write(folder.resolve("work/../later/x.csv"), later, "mine"));
    }
}
