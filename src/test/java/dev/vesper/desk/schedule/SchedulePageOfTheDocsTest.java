package dev.vesper.desk.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.RunId;
import dev.vesper.basics.Times;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.testing.HowToPage;
import dev.vesper.testing.Memory;
import dev.vesper.testing.MemoryDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The examples of schedule.md: the week it shows is worked, and its commands are what it says they are. */
class SchedulePageOfTheDocsTest {
    private static final HowToPage PAGE = HowToPage.of("schedule.md");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private final Memory memory = new Memory();
    private Instant now = at("2026-11-23T09:00");
    private final MemoryDays firm = new MemoryDays(memory, new Times(() -> now, NEW_YORK, () -> 0));
    private final ScheduledDays days = firm.days(false, _ -> {});

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(NEW_YORK).toInstant();
    }

    @BeforeEach
    void twoDaysHaveRun() {
        firm.missed(false).keep(firm.folder(), "0 30 18 * * MON-FRI");
        for (int day = 23; day <= 24; day++) {
            firm.prices.add(LocalDate.of(2026, 11, day));
            now = at("2026-11-" + day + "T18:30");
            RunId run = days.due().orElseThrow();
            memory.status(run, RunStatus.DONE);
        }
    }

    @Test
    void theWeekOfThePageIsWhatIsShown() {
        KeptSchedule shown = days.show(3, 2);
        List<Occasion> all = new ArrayList<>(shown.last().reversed());
        all.addAll(shown.next());
        List<List<String>> rows = all.stream()
                .map(occasion -> {
                    String markets =
                            occasion.markets().stream().map(MarketDay::words).collect(Collectors.joining("; "));
                    boolean nothing = occasion.state() == OccasionState.DUE && occasion.worked();
                    return List.of(
                            occasion.occasion(),
                            occasion.state().name().toLowerCase(Locale.ROOT),
                            String.valueOf(occasion.date()),
                            markets + (nothing ? "; opens no day: its date is worked by then" : ""));
                })
                .toList();
        List<List<String>> written = PAGE.blocks("text")
                .getFirst()
                .lines()
                .skip(1)
                .map(line -> Arrays.asList((line + "    ").split(" {2,}", 4)))
                .map(cells -> cells.stream().map(String::strip).toList())
                .toList();
        assertEquals(rows, written);
    }

    @Test
    void theCommandsOfThePageSkipAnOccasionAndTakeThatBack() {
        for (String line : PAGE.blocks("text").get(1).lines().toList()) {
            String[] words = line.split(" ");
            String by = line.substring(line.indexOf("--as ") + 5);
            if (words[2].equals("skip")) {
                String reason = line.substring(line.indexOf('"') + 1, line.lastIndexOf('"'));
                assertEquals(
                        OccasionState.SKIPPED, days.skip(words[3], reason, by).state());
                assertEquals(reason, days.show(3, 1).next().getLast().reason());
            } else {
                assertEquals("unskip", words[2]);
                assertEquals(OccasionState.DUE, days.unskip(words[3], by).state());
            }
        }
    }

    @Test
    void everyStateIsExplained() {
        for (OccasionState state : OccasionState.values()) {
            String word = "`" + state.name().toLowerCase(Locale.ROOT) + "`";
            assertTrue(PAGE.rows().stream().anyMatch(row -> row.getFirst().equals(word)), word);
        }
    }
}
