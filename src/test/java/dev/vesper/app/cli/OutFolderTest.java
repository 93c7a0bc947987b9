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

class OutFolderTest {
    @TempDir
    Path folder;

    private Path state = Path.of("");

    @BeforeEach
    void aStateFolder() throws IOException {
        state = Files.createDirectories(folder.resolve("var"));
    }

    private void refused(Path out, String said) {
        Problem problem = assertThrows(Problem.class, () -> OutFolder.requireEmpty(out, state));
        assertEquals(Problem.Kind.INPUT, problem.kind());
        assertTrue(String.valueOf(problem.getMessage()).contains(said), problem.getMessage());
    }

    @Test
    void oneThatIsNotThereIsMade() {
        Path out = folder.resolve("reports/2018");
        OutFolder.requireEmpty(out, state);
        OutFolder.make(out);
        OutFolder.requireEmpty(out, state);
        assertTrue(Files.isDirectory(out));
    }

    @Test
    void nothingIsWrittenOver() throws IOException {
        Files.writeString(folder.resolve("kept.csv"), "mine");
        refused(folder, "holds files already");
        refused(folder.resolve("kept.csv"), "is a file");
    }

    @Test
    void neverIntoTheStateFolder() throws IOException {
        refused(state, "outside of the state folder");
        refused(state.resolve("reports/new"), "outside of the state folder");
        Path link = Files.createSymbolicLink(folder.resolve("link"), state);
        refused(link.resolve("new"), "outside of the state folder");
    }

    @Test
    void belowAFileNoneCanBeMade() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Problem problem = assertThrows(Problem.class, () -> OutFolder.make(file.resolve("new")));
        assertEquals(Problem.Kind.UNAVAILABLE, problem.kind());
    }
}
