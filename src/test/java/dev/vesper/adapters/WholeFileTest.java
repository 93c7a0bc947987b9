package dev.vesper.adapters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vesper.basics.Problem;
import dev.vesper.testing.power.LossyFileSystemProvider;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    Path folder;

    @Test
    void aFullDiskIsSaidAndTheOldFileStaysWhole() throws Exception {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "skipped: no /dev/full here");
        Path target = folder.resolve("run.json");
        Files.writeString(target, "yesterday");
        Problem problem = assertThrows(
                Problem.class,
                () -> WholeFile.write(target, out -> {
                    out.write("half of to".getBytes(StandardCharsets.UTF_8));
                    try (OutputStream device = Files.newOutputStream(full)) {
                        device.write(1);
                    }
                }));
        assertEquals(Problem.Kind.UNAVAILABLE, problem.kind());
        assertTrue(problem.getMessage().contains("No space left on device"), problem.getMessage());
        assertEquals("yesterday", Files.readString(target));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void whatAKilledRunLeftIsReplaced() throws Exception {
        Files.writeString(folder.resolve("run.json.part"), "half");
        WholeFile.write(folder.resolve("run.json"), out -> out.write('x'));
        assertEquals("x", Files.readString(folder.resolve("run.json")));
        assertTrue(Files.notExists(folder.resolve("run.json.part")));
    }

    @Test
    void afterALossOfPowerTheFileIsThereWhole() throws Exception {
        Path root = Files.createDirectory(folder.resolve("root"));
        var system = LossyFileSystemProvider.over(root);
        WholeFile.write(system.path(root).resolve("runs/one/run.json"), out -> out.write('x'));
        system.disk().cut(folder.resolve("left"), List.of());
        assertEquals("x", Files.readString(folder.resolve("left/runs/one/run.json")));
    }
}
