package dev.vesper.desk.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.checkdata.Lake;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.killswitch.KillSwitches;
import dev.vesper.desk.market.RunMarkets;
import dev.vesper.desk.rebalance.RebalanceResult;
import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.run.FilesUsed;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.execution.engine.JavaEngine;
import dev.vesper.execution.routing.VenueOdds;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import dev.vesper.testing.Memory;
import dev.vesper.testing.MemoryFilesUsed;
import dev.vesper.testing.MemoryInputs;
import dev.vesper.testing.MemoryLake;
import dev.vesper.testing.MemoryOperations;
import dev.vesper.testing.MemoryVenues;
import dev.vesper.testing.NoRules;
import dev.vesper.testing.SmallFirm;
import dev.vesper.testing.TradingDay;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What earlier days taught of the venues, frozen for a run before its first slice. */
class RunOddsTest {
    private static final Instant EVENING = Instant.parse("2018-04-11T20:00:00Z");

    private final Memory memory = new Memory();
    private final RunOdds odds =
            new RunOdds(memory, memory.orders, memory.eventLog, memory, new MemoryFilesUsed(), () -> EVENING);
    private final MemoryVenues venues = new MemoryVenues();
    private final MemoryInputs inputs = new MemoryInputs(SmallFirm.firm());
    private final MemoryLake lake = new MemoryLake(SmallFirm.prices());

    @Test
    void aDayWithoutEarlierOnesIsDividedAsBefore() {
        RunRecord run = opened();
        work(run);
        assertEquals(Optional.empty(), odds.used(run.id()));
        assertTrue(memory.orders.children(run.id()).stream().allMatch(child -> child.minimumFill() == null));
        assertEquals(List.of(), learned(run));
    }

    @Test
    void whatEarlierDaysTaughtIsKeptAndVouchedFor() {
        past(1, 0, SmallFirm.firm());
        RunRecord run = opened();
        work(run);
        RunOdds.Used used = odds.used(run.id()).orElseThrow();
        assertEquals(1, used.learned().runs());
        assertEquals(40, used.learned().children());
        assertEquals(List.of(used.line()), learned(run));
        assertTrue(
                used.line().startsWith("odds of 1 venue, learned from 1 earlier day and 40 children, sum "),
                used.line());
        assertEquals(Set.of("S00", "S01"), used.odds().tails().get("MID").keySet());
        assertEquals(0, used.odds().of("S00").get("MID").atLeast(1));
        long dark = sentTo(run, "MID");
        assertTrue(dark * 5 < sentTo(run, "LIT"), dark + " to a venue that never filled");
        memory.orders.children(run.id()).stream()
                .filter(child -> child.venue().equals("MID"))
                .forEach(child -> assertTrue(child.minimumFill() != null, child.toString()));
    }

    /** Killed in each slice, and more becomes known meanwhile: it divides as it would have. */
    @Test
    void aRunThatGoesOnUsesWhatWasFrozen() {
        past(1, 30, SmallFirm.firm());
        RunRecord whole = opened();
        work(whole);
        VenueOdds frozen = odds.used(whole.id()).orElseThrow().odds();
        for (int slice = 0; slice < 6; slice++) {
            var other = new RunOddsTest();
            other.past(1, 30, SmallFirm.firm());
            RunRecord run = other.opened();
            other.venues.silentAfter = slice;
            assertThrows(Problem.class, () -> other.work(run));
            other.venues.silentAfter = Integer.MAX_VALUE;
            other.past(2, 0, SmallFirm.firm());
            other.work(run);
            assertEquals(
                    frozen.text(),
                    other.odds.used(run.id()).orElseThrow().odds().text());
            assertEquals(memory.orders.children(whole.id()), other.memory.orders.children(run.id()));
            assertEquals(memory.orders.outcomes(whole.id()), other.memory.orders.outcomes(run.id()));
        }
    }

    /** As one of an older version, or on a firm's first day. */
    @Test
    void aRunThatBeganWithoutGoesOnWithout() {
        RunRecord run = opened();
        venues.silentAfter = 0;
        assertThrows(Problem.class, () -> work(run));
        venues.silentAfter = Integer.MAX_VALUE;
        past(1, 0, SmallFirm.firm());
        work(run);
        assertEquals(Optional.empty(), odds.used(run.id()));
        var undisturbed = new RunOddsTest();
        RunRecord same = undisturbed.opened();
        undisturbed.work(same);
        assertEquals(undisturbed.memory.orders.children(same.id()), memory.orders.children(run.id()));
    }

    @Test
    void laterDaysOtherFirmsAndRehearsalsTeachNothing() {
        past(-1, 0, SmallFirm.firm());
        past(0, 0, SmallFirm.firm());
        RunRecord open = memory.open(
                SmallFirm.DATE.minusDays(1), SmallFirm.firm().folder().toString(), 42, false, EVENING);
        taught(open.id(), 0);
        RunRecord rehearsed = memory.open(
                SmallFirm.DATE.minusDays(1), SmallFirm.firm().folder().toString(), 42, true, EVENING);
        taught(rehearsed.id(), 0);
        memory.status(rehearsed.id(), RunStatus.DONE);
        RunRecord others = memory.open(SmallFirm.DATE.minusDays(1), "/firms/other", 42, false, EVENING);
        taught(others.id(), 0);
        memory.status(others.id(), RunStatus.DONE);
        RunRecord run = opened();
        work(run);
        assertEquals(Optional.empty(), odds.used(run.id()));
    }

    @Test
    void alteredOddsStopTheRun() {
        past(1, 0, SmallFirm.firm());
        RunRecord run = opened();
        venues.silentAfter = 2;
        assertThrows(Problem.class, () -> work(run));
        String sum = odds.used(run.id()).orElseThrow().learned().sha256();
        var lost = new RunOdds(memory, memory.orders, memory.eventLog, memory, new MemoryFilesUsed(), () -> EVENING);
        Problem gone = assertThrows(Problem.class, () -> lost.used(run.id()));
        assertEquals(Problem.Kind.REFUSED, gone.kind());
        var altered = new RunOdds(memory, memory.orders, memory.eventLog, memory, altering(sum), () -> EVENING);
        Problem other = assertThrows(Problem.class, () -> altered.used(run.id()));
        assertTrue(other.getMessage().contains("as they were learned, but their sum is "), other.getMessage());
    }

    private static FilesUsed altering(String sum) {
        var other = new FileSet(
                Map.of("odds.csv", "venue,symbol,lots,odds\nMID,S00,,1.0\n".getBytes(StandardCharsets.UTF_8)));
        assertNotEquals(sum, other.sha256());
        return new FilesUsed() {
            @Override
            public void keep(FileSet files) {
                throw new AssertionError("nothing is kept anew");
            }

            @Override
            public Optional<FileSet> find(String sha256) {
                return Optional.of(other);
            }

            @Override
            public String pin(RunId run, String folder, String sha256) {
                return sha256;
            }

            @Override
            public Optional<String> pinned(RunId run, String folder) {
                return Optional.empty();
            }
        };
    }

    private RunRecord opened() {
        RunRecord run = memory.open(SmallFirm.DATE, SmallFirm.firm().folder().toString(), 42, false, EVENING);
        inputs.freeze(run);
        Firm firm = SmallFirm.firm();
        memory.saveData(
                run.id(),
                lake.check(Lake.PRICES, firm, run.id(), lake.takeIn(firm, run.id()), SmallFirm.DATE, SmallFirm.DATE));
        List<ParentOrder> parents = TradingDay.parents(4, 2);
        memory.saveRebalance(run.id(), Stream.of(new RebalanceResult(List.of(), parents, List.of())), firm.lots());
        return run;
    }

    private void work(RunRecord run) {
        new WorkOrders(
                        memory,
                        memory,
                        _ -> Set.of(),
                        memory.orders,
                        odds,
                        new RunMarkets(
                                inputs, memory, lake, (firm, market, sessions, prices, seed) -> TradingDay.tape(7, 2)),
                        venues,
                        JavaEngine::new,
                        new KillSwitches(memory.eventLog, memory, () -> EVENING),
                        NoRules::new,
                        MemoryOperations.breakers(memory, () -> EVENING),
                        (stage, done, of, what) -> {},
                        () -> EVENING)
                .run(run.id());
    }

    /** A day so many days before, of which MID filled so many of 40 children. */
    private void past(int days, int filled, Firm firm) {
        RunRecord run =
                memory.open(SmallFirm.DATE.minusDays(days), firm.folder().toString(), 42, false, EVENING);
        taught(run.id(), filled);
        memory.status(run.id(), RunStatus.DONE);
    }

    private void taught(RunId run, int filled) {
        List<ChildOrder> children = new ArrayList<>();
        List<ChildOutcome> outcomes = new ArrayList<>();
        LocalDate date = SmallFirm.DATE.minusDays(1);
        for (int i = 0; i < 40; i++) {
            String id = "0000-" + run + "-" + i + "-MID";
            BigDecimal sent = BigDecimal.valueOf(100);
            children.add(new ChildOrder(
                    id,
                    "P" + i,
                    0,
                    "MID",
                    "S00",
                    Side.BUY,
                    sent,
                    BigDecimal.valueOf(20),
                    34_200_000,
                    38_100_000,
                    date));
            boolean whole = i < filled;
            outcomes.add(new ChildOutcome(
                    id,
                    whole ? ChildOutcome.State.FILLED : ChildOutcome.State.CANCELLED,
                    whole ? sent : BigDecimal.ZERO,
                    ""));
        }
        SliceJournal journal = new SliceJournal(memory.orders, run, () -> EVENING);
        journal.send(0, Map.of(), children);
        journal.book(0, children, outcomes, List.of());
    }

    private long sentTo(RunRecord run, String venue) {
        return memory.orders.children(run.id()).stream()
                .filter(child -> child.venue().equals(venue))
                .count();
    }

    private List<String> learned(RunRecord run) {
        return memory.rows().stream()
                .filter(row -> row.action() == AuditAction.VENUE_ODDS_LEARNED
                        && row.subject().equals(run.id().value()))
                .map(AuditLog.Row::detail)
                .toList();
    }
}
