package dev.vesper.execution.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.orders.Side;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the gate lets leave, one limit at a time. */
class GateTest {
    private static final long SECOND = 1_000_000_000;
    private static final EngineCapacity CAPACITY = new EngineCapacity(2, 4, 3, 16, SECOND, 2);

    private final JavaEngine engine = new JavaEngine(CAPACITY);

    /** The example of src/docs/engine.md. */
    @Test
    void theExampleOfTheDocs() throws IOException {
        List<Consumer<EventWriter>> told = List.of(
                w -> w.quote(36_000 * SECOND, 0, 99_900, 100_100),
                w -> new GateWriter(w).cash(36_000 * SECOND, 0, 9_000_000 * 10_000L),
                w -> table(
                        w,
                        36_000 * SECOND,
                        1,
                        new InstrumentLimits(true, true, 500_000, 0, 500),
                        new AccountLimits(true, 0, PositionLimits.LONG_ONLY)),
                w -> order(w, 36_001 * SECOND, 0, Terms.of(1_000_000).children(1, 400_000)),
                w -> w.time(36_002 * SECOND),
                w -> w.time(36_003 * SECOND),
                w -> table(
                        w,
                        36_004 * SECOND,
                        2,
                        new InstrumentLimits(false, true, 500_000, 0, 500),
                        new AccountLimits(true, 0, PositionLimits.LONG_ONLY)),
                w -> w.time(36_005 * SECOND));
        StringBuilder lines = new StringBuilder();
        told.forEach(one ->
                lines(one).forEach(line -> lines.append("    ").append(line).append('\n')));
        String docs = Files.readString(Path.of("src/docs/engine.md"));
        assertTrue(docs.contains(lines), lines.toString());
    }

    @Test
    void withoutATableEverythingMayLeave() {
        assertEquals("BUY 10 at the market", sent(10));
    }

    @Test
    void whatNobodySetLimitsForIsDenied() {
        limits(w -> {}, 0);
        assertEquals("INSTRUMENT", denied(10));
        tell(w -> new GateWriter(w).begin(1, 2, RateLimit.NONE));
        tell(w -> new GateWriter(w).instrument(1, 2, 0, InstrumentLimits.NONE));
        tell(w -> new GateWriter(w).limits(1, 2, 1));
        assertEquals(List.of("child of parent 0 denied: BUY 10 at the market, ACCOUNT"), later(2));
    }

    @Test
    void aRestrictedInstrumentIsNotBought() {
        limits(new InstrumentLimits(false, true, 0, 0, 0), AccountLimits.NONE);
        assertEquals("RESTRICTED", denied(10));
    }

    @Test
    void aChildOfTooManyUnitsStays() {
        limits(new InstrumentLimits(true, true, 9, 0, 0), AccountLimits.NONE);
        assertEquals("QUANTITY 10 against 9", denied(10));
    }

    @Test
    void aPriceTooFarFromTheMiddleStays() {
        tell(w -> w.quote(0, 0, 99_000, 101_000));
        limits(new InstrumentLimits(true, true, 0, 0, 99), AccountLimits.NONE);
        assertEquals("BAND 100 against 99", denied(10));
        tell(w -> w.quote(0, 0, 99_000, 100_900));
        assertEquals(List.of("child 1 of parent 0: BUY 10 at 10.0900"), later(1));
    }

    @Test
    void withoutAQuoteTheLastTradeIsTheReference() {
        limits(new InstrumentLimits(true, true, 0, 0, 100), AccountLimits.NONE);
        assertEquals("NO_PRICE", denied(10));
        tell(w -> w.trade(0, 0, 100_000, 1));
        assertEquals(List.of("child 1 of parent 0: BUY 10 at the market"), later(1));
    }

    /** At the market it counts at the far end of the band. */
    @Test
    void tooLargeAnAmountStays() {
        tell(w -> w.trade(0, 0, 100_000, 1));
        limits(new InstrumentLimits(true, true, 0, 1_009_999, 100), AccountLimits.NONE);
        assertEquals("NOTIONAL 1010000 against 1009999", denied(10));
    }

    @Test
    void whatIsHeldAndWhatIsOpenCountTogether() {
        limits(InstrumentLimits.NONE, new AccountLimits(false, 0, new PositionLimits(-5, 30)));
        tell(w -> w.trade(0, 0, 100_000, 1));
        tell(w -> new GateWriter(w).position(0, 0, 0, 11));
        assertEquals("BUY 10 at the market", sent(10));
        assertEquals(
                List.of("child of parent 1 denied: BUY 10 at the market, POSITION 31 against 30"),
                lines(w -> order(w, 0, 1, Terms.of(10))));
        tell(w -> w.cancel(0, 0));
        tell(w -> w.ended(0, 1, false));
        assertEquals(List.of("child 1 of parent 1: BUY 10 at the market"), later(1));
    }

    @Test
    void aSaleMayNotGoFurtherShortThanAllowed() {
        limits(InstrumentLimits.NONE, new AccountLimits(false, 0, new PositionLimits(-5, 30)));
        tell(w -> w.trade(0, 0, 100_000, 1));
        assertEquals(
                List.of("child of parent 0 denied: SELL 6 at the market, POSITION -6 against -5"),
                lines(w -> w.parent(0, 0, 0, Side.SELL, Terms.of(6), Curve.atOnce(0, 60 * SECOND, 6), 1)));
    }

    @Test
    void anOwnRowOfAPositionGoesBeforeTheAccounts() {
        tell(w -> new GateWriter(w).begin(0, 1, RateLimit.NONE));
        tell(w -> new GateWriter(w).instrument(0, 1, 0, InstrumentLimits.NONE));
        tell(w -> new GateWriter(w).account(0, 1, 0, AccountLimits.NONE));
        tell(w -> new GateWriter(w).position(0, 1, 0, 0, PairLimits.of(new PositionLimits(0, 9))));
        tell(w -> new GateWriter(w).limits(0, 1, 3));
        tell(w -> w.trade(0, 0, 100_000, 1));
        assertEquals("POSITION 10 against 9", denied(10));
    }

    @Test
    void anAccountMayBuyOnlySoMuchOfAnInstrumentAtATime() {
        tell(w -> new GateWriter(w).begin(0, 1, RateLimit.NONE));
        tell(w -> new GateWriter(w).instrument(0, 1, 0, InstrumentLimits.NONE));
        tell(w -> new GateWriter(w).account(0, 1, 0, AccountLimits.NONE));
        tell(w -> new GateWriter(w).position(0, 1, 0, 0, new PairLimits(PositionLimits.NONE, 0, 7)));
        tell(w -> new GateWriter(w).limits(0, 1, 3));
        tell(w -> w.trade(0, 0, 100_000, 1));
        assertEquals("QUANTITY 10 against 0", denied(10));
        assertEquals(
                List.of("child of parent 1 denied: SELL 8 at the market, QUANTITY 8 against 7"),
                lines(w -> w.parent(0, 0, 1, Side.SELL, Terms.of(8), Curve.atOnce(0, 60 * SECOND, 8), 1)));
    }

    @Test
    void aBuyNeedsCashAfterAllOthersAndSalesBringSome() {
        limits(InstrumentLimits.NONE, new AccountLimits(true, 0, PositionLimits.NONE));
        tell(w -> w.quote(0, 0, 100_000, 100_000));
        tell(w -> new GateWriter(w).cash(0, 0, 1_500_000));
        assertEquals("BUY 10 at 10.0000", sent(10));
        assertEquals(
                List.of("child of parent 1 denied: BUY 10 at 10.0000, CASH -500000 against 0"),
                lines(w -> order(w, 0, 1, Terms.of(10))));
        tell(w -> w.parent(0, 0, 2, Side.SELL, Terms.of(5), Curve.atOnce(0, 60 * SECOND, 5), 1));
        tell(w -> w.fill(0, (2L << EngineFormat.CHILD_BITS) + 1, 5, 100_000));
        assertEquals(List.of("child 1 of parent 1: BUY 10 at 10.0000"), later(1));
    }

    @Test
    void onlySoManyLeaveInAWhile() {
        limits(
                w -> {
                    new GateWriter(w).instrument(0, 1, 0, InstrumentLimits.NONE);
                    new GateWriter(w).account(0, 1, 0, AccountLimits.NONE);
                },
                new RateLimit(2, 10 * SECOND));
        tell(w -> w.trade(0, 0, 100_000, 1));
        assertEquals("BUY 10 at the market", sent(10));
        assertEquals(1, lines(w -> order(w, 0, 1, Terms.of(1))).size());
        assertEquals(
                List.of("child of parent 2 denied: BUY 1 at the market, RATE 3 against 2"),
                lines(w -> order(w, 0, 2, Terms.of(1))));
        assertTrue(later(9).getFirst().contains("RATE"));
        assertEquals(List.of("child 1 of parent 2: BUY 1 at the market"), later(10));
    }

    /** Whatever the tables say, and where there is none: sums must not wrap. */
    @Test
    void whatCannotBeReckonedWithIsDenied() {
        tell(w -> w.trade(0, 0, EngineFormat.MOST_PRICE - 1, 1));
        assertEquals("TOO_LARGE 0 against " + EngineFormat.MOST_AMOUNT, denied(2));
        assertEquals(RefusalReason.NUMBER, refused(w -> new GateWriter(w).cash(0, 0, EngineFormat.MOST_AMOUNT + 1)));
    }

    @Test
    void aFillThatCannotBeReckonedWithIsRefused() {
        sent(10);
        tell(w -> new GateWriter(w).cash(0, 0, -EngineFormat.MOST_AMOUNT));
        assertEquals(RefusalReason.AMOUNT, refused(w -> w.fill(0, 1, 1, 1)));
    }

    @Test
    void aTableThatIsOldOrShortOfARowNeverCounts() {
        limits(new InstrumentLimits(true, true, 9, 0, 0), AccountLimits.NONE);
        assertEquals(RefusalReason.VERSION, refused(w -> new GateWriter(w).begin(0, 1, RateLimit.NONE)));
        tell(w -> new GateWriter(w).begin(0, 2, RateLimit.NONE));
        tell(w -> new GateWriter(w).instrument(0, 2, 0, InstrumentLimits.NONE));
        assertEquals(RefusalReason.ACCOUNT, refused(w -> new GateWriter(w).account(0, 2, 2, AccountLimits.NONE)));
        assertEquals(RefusalReason.NUMBER, refused(w -> new GateWriter(w).limits(0, 2, 2)));
        assertEquals(RefusalReason.VERSION, refused(w -> new GateWriter(w).limits(0, 3, 1)));
        assertEquals("QUANTITY 10 against 9", denied(10));
    }

    @Test
    void aStopCancelsAndNothingLeavesUntilItIsReleased() {
        tell(w -> w.trade(0, 0, 100_000, 1));
        sent(10);
        assertEquals(
                List.of("child 1 of parent 0: cancel"),
                lines(w -> new GateWriter(w).stop(0, GateWriter.Of.ACCOUNT, 0)));
        assertEquals(List.of(), lines(w -> w.ended(0, 1, false)));
        assertEquals(List.of(), later(3));
        assertEquals(
                List.of("child 2 of parent 0: BUY 10 at the market"),
                lines(w -> new GateWriter(w).release(3 * SECOND, GateWriter.Of.ACCOUNT, 0)));
        tell(w -> new GateWriter(w).stop(3 * SECOND, GateWriter.Of.INSTRUMENT, 0));
        tell(w -> w.ended(3 * SECOND, 2, false));
        assertEquals(List.of(), later(4));
    }

    /** A stricter limit is another price at which a child counts; the rest of the cash may be spent again. */
    @Test
    void aReplacedChildCountsAtItsNewPrice() {
        limits(InstrumentLimits.NONE, new AccountLimits(true, 0, PositionLimits.NONE));
        tell(w -> w.quote(0, 0, 100_000, 100_000));
        tell(w -> new GateWriter(w).cash(0, 0, 1_000_000));
        sent(10);
        tell(w -> w.terms(EventKind.AMEND, 0, 0, 0, Side.BUY, Terms.of(10).limit(50_000)));
        tell(w -> w.quote(0, 0, 50_000, 50_000));
        assertEquals(List.of("child 1 of parent 1: BUY 10 at 5.0000"), lines(w -> order(w, 0, 1, Terms.of(10))));
    }

    private String sent(long lots) {
        String line = lines(w -> order(w, 0, 0, Terms.of(lots))).getFirst();
        return line.substring(line.indexOf("BUY"));
    }

    private String denied(long lots) {
        String line = lines(w -> order(w, 0, 0, Terms.of(lots))).getFirst();
        return line.substring(line.indexOf(", ") + 2);
    }

    private static void order(EventWriter w, long time, int parent, Terms terms) {
        w.parent(time, 0, parent, Side.BUY, terms, Curve.atOnce(0, 40_000 * SECOND, terms.lots()), 1);
    }

    private void limits(InstrumentLimits instrument, AccountLimits account) {
        tell(w -> table(w, 0, 1, instrument, account));
    }

    private static void table(
            EventWriter w, long time, long version, InstrumentLimits instrument, AccountLimits account) {
        GateWriter gate = new GateWriter(w);
        gate.begin(time, version, RateLimit.NONE);
        gate.instrument(time, version, 0, instrument);
        gate.account(time, version, 0, account);
        gate.limits(time, version, 2);
    }

    private void limits(Consumer<EventWriter> rows, long count) {
        limits(rows, RateLimit.NONE, count);
    }

    private void limits(Consumer<EventWriter> rows, RateLimit rate) {
        limits(rows, rate, 2);
    }

    private void limits(Consumer<EventWriter> rows, RateLimit rate, long count) {
        tell(w -> {
            new GateWriter(w).begin(0, 1, rate);
            rows.accept(w);
            new GateWriter(w).limits(0, 1, count);
        });
    }

    /** What the engine decides once it is so many seconds since midnight, without the time. */
    private List<String> later(long seconds) {
        return lines(w -> w.time(seconds * SECOND)).stream()
                .map(line -> line.substring(line.indexOf("child")))
                .toList();
    }

    private List<String> lines(Consumer<EventWriter> what) {
        return tell(what).stream().map(Decision::line).map(GateTest::atMidnight).toList();
    }

    private static String atMidnight(String line) {
        return line.startsWith("0.000 s ") || line.startsWith("3.000 s ") ? line.substring(8) : line;
    }

    private RefusalReason refused(Consumer<EventWriter> what) {
        Decision decision = tell(what).getLast();
        assertEquals(DecisionKind.REFUSED, decision.kind(), decision::line);
        return RefusalReason.of(decision.reason());
    }

    private List<Decision> tell(Consumer<EventWriter> what) {
        MemorySegment events = MemorySegment.ofArray(new byte[32 * EngineFormat.RECORD]);
        EventWriter writer = new EventWriter(events);
        what.accept(writer);
        MemorySegment decisions =
                MemorySegment.ofArray(new byte[(CAPACITY.mostDecisionsOfAnEvent() + 32) * EngineFormat.RECORD]);
        long handled = engine.handle(events, writer.count(), decisions);
        assertEquals(writer.count(), Engine.taken(handled));
        return IntStream.range(0, Engine.made(handled))
                .mapToObj(i -> Decision.at(decisions, i))
                .toList();
    }
}
