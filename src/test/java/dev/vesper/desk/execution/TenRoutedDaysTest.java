package dev.vesper.desk.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.desk.killswitch.KillSwitches;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.execution.ExecutionSettings;
import dev.vesper.execution.NextSessions;
import dev.vesper.execution.WorkingSession;
import dev.vesper.execution.engine.JavaEngine;
import dev.vesper.execution.routing.VenueOdds;
import dev.vesper.market.MarketTape;
import dev.vesper.market.Venue;
import dev.vesper.market.calendar.TradingCalendars;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import dev.vesper.orders.Fill;
import dev.vesper.orders.ParentOrder;
import dev.vesper.testing.Memory;
import dev.vesper.testing.MemoryFilesUsed;
import dev.vesper.testing.MemoryOperations;
import dev.vesper.testing.MemoryVenues;
import dev.vesper.testing.TradingDay;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Ten days in a row at two lit and two dark venues, each divided by what the days before taught, beside the same days in equal
 * parts. One dark venue has nobody for the instruments of the firm; of the lit ones one costs a third of the other.
 */
class TenRoutedDaysTest {
    private static final int DAYS = 10;
    private static final List<Venue> VENUES = List.of(
            venue("LIT", false, "0.3"),
            venue("LONDON", false, "0.1"),
            venue("EMPTY", true, "0.1"),
            venue("MID", true, "0.1"));

    /** Of one venue in all days. */
    private static final class Sum {
        BigDecimal sent = BigDecimal.ZERO;
        BigDecimal filled = BigDecimal.ZERO;
        BigDecimal notional = BigDecimal.ZERO;
        BigDecimal fees = BigDecimal.ZERO;
    }

    @Test
    void whatIsLearnedGoesToWhoFillsAndCostsLess() {
        Map<String, Sum> even = days(false);
        Map<String, Sum> learned = days(true);
        assertEquals(
                List.of(
                        "EMPTY: sent 20049, filled 0",
                        "LIT: sent 68488, filled 68488",
                        "LONDON: sent 40393, filled 40393",
                        "MID: sent 5493, filled 5119",
                        "dark fill rate 20.0 %, fees 0.217 bps"),
                lines(even));
        assertEquals(
                List.of(
                        "EMPTY: sent 1998, filled 0",
                        "LIT: sent 18491, filled 18491",
                        "LONDON: sent 77378, filled 77378",
                        "MID: sent 19446, filled 18509",
                        "dark fill rate 86.3 %, fees 0.131 bps"),
                lines(learned));
        assertTrue(filled(learned).doubleValue() >= 0.99 * filled(even).doubleValue(), "as much is filled");
    }

    private static Map<String, Sum> days(boolean learns) {
        Memory memory = new Memory();
        MemoryVenues venues = new MemoryVenues();
        RunOdds odds = new RunOdds(
                memory, memory.orders, memory.eventLog, memory, new MemoryFilesUsed(), InstantSource.system());
        Map<String, Sum> sums = new TreeMap<>();
        VENUES.forEach(venue -> sums.put(venue.name(), new Sum()));
        for (int day = 0; day < DAYS; day++) {
            LocalDate date = TradingDay.DATE.plusDays(day);
            RunRecord run = memory.open(date, "/firms/oak", 7, false, Instant.parse("2018-04-11T20:00:00Z"));
            List<ParentOrder> parents = TradingDay.parents(12, 3);
            MarketTape tape = TradingDay.tape(100 + day, 3);
            VenueOdds known = learns ? odds.of(run, parents, Duration.ofMinutes(30), _ -> {}) : VenueOdds.NONE;
            assertEquals(learns && day > 0, !known.none());
            work(memory, run, parents, tape, known, empty(venues.open(run, VENUES, tape)));
            memory.status(run.id(), RunStatus.DONE);
            count(memory, run, sums);
        }
        return sums;
    }

    private static void work(
            Memory memory,
            RunRecord run,
            List<ParentOrder> parents,
            MarketTape tape,
            VenueOdds odds,
            VenueGateway gateway) {
        ExecutionSettings settings = TradingDay.settings(30);
        WorkingSession session = new NextSessions(TradingCalendars.usual(), settings, run.date()).standard();
        new ExecuteOrders(
                        memory.orders,
                        JavaEngine::new,
                        tape,
                        settings,
                        VENUES,
                        odds,
                        _ -> session,
                        new KillSwitches(memory.eventLog, memory, InstantSource.system()),
                        MemoryOperations.breakers(memory, InstantSource.system())
                                .of(run, _ -> {}),
                        new LeftOfOrders(Map::of, InstantSource.system()),
                        InstantSource.system())
                .run(run.id(), parents, gateway, new ExecutionProgress() {
                    @Override
                    public void slice(int slice, int slices, int children) {
                        // nobody watches
                    }

                    @Override
                    public void stopped(int done, int slices, int children, String why) {
                        throw new AssertionError(why);
                    }
                });
    }

    /** What goes to EMPTY waits there to the end of its slice. */
    private static VenueGateway empty(VenueGateway venues) {
        return new VenueGateway() {
            @Override
            public SliceResult work(List<ChildOrder> children, ChildGate gate) {
                SliceResult others = venues.work(
                        children.stream()
                                .filter(child -> !child.venue().equals("EMPTY"))
                                .toList(),
                        gate);
                List<ChildOutcome> outcomes = new ArrayList<>(others.outcomes());
                children.stream()
                        .filter(child -> child.venue().equals("EMPTY"))
                        .forEach(child -> outcomes.add(new ChildOutcome(
                                child.clientOrderId(), ChildOutcome.State.CANCELLED, BigDecimal.ZERO, "")));
                return new SliceResult(outcomes, others.fills());
            }

            @Override
            public void close() {
                venues.close();
            }
        };
    }

    private static void count(Memory memory, RunRecord run, Map<String, Sum> sums) {
        for (ChildOrder child : memory.orders.children(run.id())) {
            Sum sum = sums.get(child.venue());
            sum.sent = sum.sent.add(child.quantity());
        }
        for (Fill fill : memory.orders.fills(run.id())) {
            Sum sum = sums.get(fill.venue());
            sum.filled = sum.filled.add(fill.quantity());
            sum.notional = sum.notional.add(fill.notional());
            sum.fees = sum.fees.add(fill.fee());
        }
    }

    private static double rate(Map<String, Sum> sums) {
        return (sums.get("MID").filled.doubleValue() + sums.get("EMPTY").filled.doubleValue())
                / (sums.get("MID").sent.doubleValue() + sums.get("EMPTY").sent.doubleValue());
    }

    private static double feeBps(Map<String, Sum> sums) {
        double fees = sums.values().stream()
                .mapToDouble(sum -> sum.fees.doubleValue())
                .sum();
        return fees
                / sums.values().stream()
                        .mapToDouble(sum -> sum.notional.doubleValue())
                        .sum()
                * 10_000;
    }

    private static BigDecimal filled(Map<String, Sum> sums) {
        return sums.values().stream().map(sum -> sum.filled).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<String> lines(Map<String, Sum> sums) {
        List<String> lines = new ArrayList<>();
        sums.forEach((venue, sum) ->
                lines.add(venue + ": sent " + sum.sent.toPlainString() + ", filled " + sum.filled.toPlainString()));
        lines.add(String.format(Locale.ROOT, "dark fill rate %.1f %%, fees %.3f bps", 100 * rate(sums), feeBps(sums)));
        return lines;
    }

    private static Venue venue(String name, boolean dark, String feeBps) {
        return new Venue(name, dark ? "midpoint" : "lit", dark, "VESPER", name, new BigDecimal(feeBps), 0);
    }
}
