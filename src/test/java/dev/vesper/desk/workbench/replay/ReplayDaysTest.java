package dev.vesper.desk.workbench.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vesper.basics.Money;
import dev.vesper.basics.RunId;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.testing.Memory;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which days a draft is replayed on, and what is added up of it. */
class ReplayDaysTest {
    private static final LocalDate MONDAY = LocalDate.of(2018, 4, 9);

    private final Memory memory = new Memory();
    private final Set<RunId> judged = new HashSet<>();
    private int minute;

    @Test
    void ofEachDateTheNewestThatWasJudged() {
        open(MONDAY, false, true);
        open(MONDAY, false, true);
        open(MONDAY, false, false);
        open(MONDAY.plusDays(1), true, true);
        open(MONDAY.plusDays(2), false, true);
        open(MONDAY.plusDays(2), true, true);
        open(MONDAY.plusDays(3), false, false);
        assertEquals(
                List.of("2018-04-09-002", "2018-04-10-001", "2018-04-11-001"),
                days(20, Optional.empty(), Optional.empty()));
        assertEquals(List.of("2018-04-11-001"), days(1, Optional.empty(), Optional.empty()));
        assertEquals(
                List.of("2018-04-09-002", "2018-04-10-001"),
                days(20, Optional.empty(), Optional.of(MONDAY.plusDays(1))));
        assertEquals(List.of("2018-04-11-001"), days(20, Optional.of(MONDAY.plusDays(2)), Optional.empty()));
    }

    @Test
    void moneyIsAddedUpByCurrencyBesideTheCounts() {
        List<ReplaySummary.Group> groups = ReplaySummary.of(
                List.of(
                        difference("A", ChangeKind.CUT_MORE, 100, "USD"),
                        difference("A", ChangeKind.NEWLY_DENIED, 50, "USD"),
                        difference("B", ChangeKind.CUT_LESS, 7, "EUR"),
                        difference("B", ChangeKind.NEWLY_ALLOWED, 1, "USD"),
                        difference("B", ChangeKind.NEWLY_WARNED, 1_000, "USD")),
                ReplaySummary.By.ACCOUNT);
        assertEquals(
                List.of("B", "A"),
                groups.stream().map(ReplaySummary.Group::name).toList());
        assertEquals("{USD=150}", groups.getLast().lessByCurrency().toString());
        assertEquals("{EUR=7, USD=1}", groups.getFirst().moreByCurrency().toString());
        assertEquals(1, groups.getFirst().count(ChangeKind.NEWLY_WARNED));
        assertEquals(0, groups.getFirst().count(ChangeKind.CUT_MORE));
        assertEquals(3, groups.getFirst().all());
    }

    private static Difference difference(String account, ChangeKind kind, long money, String currency) {
        return new Difference(
                new RunId("2018-04-11-001"),
                account,
                "hrp",
                "Energy",
                kind,
                "position-weight",
                account,
                Optional.empty(),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                Money.of(BigDecimal.valueOf(money), currency),
                Optional.empty(),
                Optional.empty());
    }

    private void open(LocalDate date, boolean rehearsal, boolean decided) {
        RunRecord run = memory.open(
                date,
                "/firm",
                1,
                rehearsal,
                Instant.parse("2018-04-11T20:00:00Z").plusSeconds(60L * minute++));
        if (decided) {
            judged.add(run.id());
        }
    }

    private List<String> days(int last, Optional<LocalDate> from, Optional<LocalDate> to) {
        return ReplayDays.of(memory, run -> judged.contains(run.id()), last, from, to).stream()
                .map(run -> run.id().value())
                .toList();
    }
}
