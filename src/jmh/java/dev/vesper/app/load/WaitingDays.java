package dev.vesper.app.load;

import dev.vesper.app.settings.Settings;
import dev.vesper.app.terminal.Console;
import dev.vesper.app.wiring.SystemTimes;
import dev.vesper.app.wiring.Wiring;
import dev.vesper.desk.firm.Firm;
import dev.vesper.testing.Folders;
import dev.vesper.testing.VesperProcess;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Firms of one account and six instruments, each with a real day that was opened and not begun: {@code up} works it until
 * people are asked.
 *
 * @param runs their ids
 */
record WaitingDays(List<Path> firms, List<String> runs) {
    private static final LocalDate DATE = LocalDate.of(2025, 12, 31);

    /** @param people who may propose and approve */
    static WaitingDays open(Path folder, Path state, int count, List<String> people) throws Exception {
        Path first = folder.resolve("firms/1");
        Files.createDirectories(first.getParent());
        VesperProcess.sampleFirm(first);
        Path file = first.resolve("firm.yaml");
        String names = "[" + String.join(", ", people) + "]";
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("sample: true", "sample: false")
                        .replace(
                                "\ncalendar:",
                                "\npeople:\n  makers: " + names + "\n  checkers: " + names + "\ncalendar:"));
        List<Path> firms = new ArrayList<>(List.of(first));
        for (int i = 2; i <= count; i++) {
            Path next = folder.resolve("firms/" + i);
            Folders.copy(first, next);
            firms.add(next);
        }
        Settings settings = Settings.from(
                Map.of("VESPER_VAR", state.toString()), Path.of("").toAbsolutePath());
        Console quiet = new Console(
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8), false, _ -> null);
        List<String> runs = new ArrayList<>();
        try (Wiring wiring = new Wiring(settings, SystemTimes.in(settings.zone()), quiet)) {
            for (Path firm : firms) {
                Firm read = wiring.firm.firms().read(firm);
                runs.add(wiring.desk
                        .openRun
                        .get()
                        .open(read, DATE, read.settings().seed(), false, false)
                        .id()
                        .value());
            }
        }
        return new WaitingDays(firms, runs);
    }
}
