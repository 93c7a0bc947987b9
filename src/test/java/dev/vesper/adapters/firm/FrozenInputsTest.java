package dev.vesper.adapters.firm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.run.ReplayFrom;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrozenInputsTest {
    private static final RunId RUN = new RunId("2024-01-31-001");

    @TempDir
    Path folder;

    /** A run that replays another one reads the very same bytes, whatever the firm's folder holds by then. */
    @Test
    void whatAnotherRunFrozeIsTakenOverByteForByte() throws IOException {
        Path firm = Files.createDirectories(folder.resolve("firm"));
        Files.writeString(firm.resolve("firm.yaml"), "one");
        Files.writeString(
                Files.createDirectories(firm.resolve("tape/2024-01-31")).resolve("IBM.csv"), "ticks");
        var inputs = new FrozenInputs(new FirmFolder(), folder.resolve("runs"), List.of("prices"));
        RunRecord first = new RunRecord(
                RUN, LocalDate.of(2024, 1, 31), firm.toString(), 1, false, RunStatus.RUNNING, Instant.EPOCH);
        RunRecord next = first.successor(new RunId("2024-01-31-002"), ReplayFrom.REBALANCE, Instant.EPOCH);
        assertTrue(assertThrows(Problem.class, () -> inputs.takeOver(next, RUN))
                .getMessage()
                .contains("but they are gone"));
        inputs.freeze(first, Optional.empty());
        Files.writeString(firm.resolve("firm.yaml"), "two");
        Files.createDirectories(folder.resolve("runs/2024-01-31-002/input.partial/half")); // as a kill leaves it
        inputs.takeOver(next, RUN);
        assertEquals(inputs.sum(RUN), inputs.sum(next.id()));
        assertEquals(2, inputs.sum(next.id()).rows());
        Files.writeString(folder.resolve("runs").resolve(RUN.value()).resolve("input/firm.yaml"), "edited");
        inputs.takeOver(next, RUN);
        assertEquals(
                "one", Files.readString(folder.resolve("runs/2024-01-31-002/input/firm.yaml")), "once is for ever");
    }

    @Test
    void theFilesOfDataProductsAreKeptWithTheFirmsOwnAndOthersAreNot() throws IOException {
        Path firm = Files.createDirectories(folder.resolve("firm"));
        for (String name : List.of("firm.yaml", "prices.csv", "vix.csv.gz", "ratings.csv", "notes.csv", "vix.txt")) {
            Files.writeString(firm.resolve(name), name);
        }
        var inputs = new FrozenInputs(new FirmFolder(), folder.resolve("runs"), List.of("prices", "ratings", "vix"));
        inputs.freeze(
                new RunRecord(
                        RUN, LocalDate.of(2024, 1, 31), firm.toString(), 1, false, RunStatus.RUNNING, Instant.EPOCH),
                Optional.empty());
        try (Stream<Path> kept =
                Files.list(folder.resolve("runs").resolve(RUN.value()).resolve("input"))) {
            assertEquals(
                    List.of("firm.yaml", "prices.csv", "ratings.csv", "vix.csv.gz"),
                    kept.map(f -> f.getFileName().toString()).sorted().toList());
        }
    }
}
