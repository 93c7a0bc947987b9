package dev.vesper.adapters.routes.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vesper.basics.Problem;
import dev.vesper.orders.Side;
import dev.vesper.simulation.VenueCommand;
import dev.vesper.testing.power.LossyFileSystemProvider;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VenueJournalTest {
    private static final List<VenueCommand> COMMANDS = List.of(
            new VenueCommand.Enter(
                    "A", "IBM", Side.SELL, BigDecimal.TEN, new BigDecimal("182.50"), BigDecimal.ZERO, 34_200_000),
            new VenueCommand.Cancel("A-C", "A", 36_000_000));

    @TempDir
    Path folder;

    @Test
    void whatWasWrittenIsFoundAgain() {
        write();
        try (var journal = VenueJournal.open(folder.resolve("journal"))) {
            assertEquals(COMMANDS, journal.found());
        }
    }

    @Test
    void aTornLastLineIsDroppedWhereverItWasTorn() throws Exception {
        write();
        byte[] whole = Files.readAllBytes(folder.resolve("journal"));
        int first = 0;
        while (whole[first] != '\n') {
            first++;
        }
        for (int length = first + 1; length < whole.length; length++) {
            Path torn = folder.resolve("torn" + length);
            Files.write(torn, Arrays.copyOf(whole, length));
            try (var journal = VenueJournal.open(torn)) {
                assertEquals(COMMANDS.subList(0, 1), journal.found());
                journal.append(COMMANDS.get(1));
            }
            try (var journal = VenueJournal.open(torn)) {
                assertEquals(COMMANDS, journal.found());
            }
        }
    }

    @Test
    void anAlteredLineIsRefused() throws Exception {
        write();
        Path file = folder.resolve("journal");
        Files.writeString(file, Files.readString(file).replace("182.50", "182.51"));
        assertThrows(Problem.class, () -> VenueJournal.open(file));
    }

    @Test
    void whatWasForcedOutlivesALossOfPowerAndWhatWasNotIsGone() throws Exception {
        Path root = Files.createDirectory(folder.resolve("root"));
        var system = LossyFileSystemProvider.over(root);
        try (var journal = VenueJournal.open(system.path(root).resolve("venues/lit/journal"))) {
            journal.force(journal.append(COMMANDS.get(0)));
            journal.append(COMMANDS.get(1));
            system.disk().cut(folder.resolve("left"), List.of());
        }
        try (var journal = VenueJournal.open(folder.resolve("left/venues/lit/journal"))) {
            assertEquals(COMMANDS.subList(0, 1), journal.found());
        }
    }

    @Test
    void whatWaitsTogetherIsForcedTogether() throws Exception {
        Path root = Files.createDirectory(folder.resolve("root"));
        var system = LossyFileSystemProvider.over(root);
        try (var journal = VenueJournal.open(system.path(root).resolve("journal"))) {
            long before = system.disk().forces();
            long first = journal.append(COMMANDS.get(0));
            long second = journal.append(COMMANDS.get(1));
            journal.force(first);
            journal.force(second);
            assertEquals(1, system.disk().forces() - before);
        }
    }

    private void write() {
        try (var journal = VenueJournal.open(folder.resolve("journal"))) {
            COMMANDS.forEach(journal::append);
        }
    }
}
