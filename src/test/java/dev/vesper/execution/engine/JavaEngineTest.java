package dev.vesper.execution.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.execution.schedule.Schedule;
import dev.vesper.execution.schedule.Window;
import dev.vesper.orders.Side;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JavaEngineTest {
    private static final long SECOND = 1_000_000_000;
    private static final EngineCapacity CAPACITY = new EngineCapacity(2, 4, 3, 16, SECOND);

    private final JavaEngine engine = new JavaEngine(CAPACITY);

    /** The example of src/docs/engine.md. */
    @Test
    void theExampleOfTheDocs() throws IOException {
        StringBuilder lines = new StringBuilder();
        Schedule even = Schedule.even(new Window(36_000_000, 36_030_000, 3), 1_000);
        List<Consumer<EventWriter>> told = List.of(
                w -> w.quote(36_000 * SECOND, 0, 100_000, 100_100),
                w -> w.parent(
                        36_000 * SECOND,
                        0,
                        0,
                        Side.BUY,
                        Terms.of(1_000).limit(100_150).cap(1_000),
                        Curve.of(even),
                        1),
                w -> w.trade(36_001 * SECOND, 0, 100_100, 3_000),
                w -> w.trade(36_002 * SECOND, 0, 100_100, 1_000),
                w -> w.fill(36_003 * SECOND, 1, 300, 100_100),
                w -> w.halt(36_009 * SECOND, 0),
                w -> w.trade(36_011 * SECOND, 0, 100_100, 9_000),
                w -> w.quote(36_012 * SECOND, 0, 100_100, 100_200),
                w -> w.resume(36_013 * SECOND, 0),
                w -> w.time(36_030 * SECOND),
                w -> w.ended(36_031 * SECOND, 2, false),
                w -> w.fill(36_032 * SECOND, 3, 334, 100_150));
        for (Consumer<EventWriter> one : told) {
            tell(one)
                    .forEach(decision ->
                            lines.append("    ").append(decision.line()).append('\n'));
        }
        String docs = Files.readString(Path.of("src/docs/engine.md"));
        assertTrue(docs.contains(lines), lines.toString());
    }

    @Test
    void aCurveIsFollowedPointByPoint() {
        Curve curve = new Curve(SECOND, 9 * SECOND, new long[] {SECOND, 2 * SECOND, 3 * SECOND}, new long[] {5, 5, 9});
        assertEquals(List.of(), lines(w -> w.parent(0, 1, 3, Side.SELL, Terms.of(9), curve, 1)));
        assertEquals(List.of("1.000 s child 1 of parent 3: SELL 5 at the market"), lines(w -> w.time(SECOND)));
        assertEquals(List.of(), lines(w -> w.time(2 * SECOND)));
        assertEquals(List.of("4.000 s child 2 of parent 3: SELL 4 at the market"), lines(w -> w.time(4 * SECOND)));
    }

    @Test
    void anIcebergShowsAPartAtATime() {
        begin(Terms.of(25).children(10, 0).display(10));
        assertEquals(List.of(), lines(w -> w.fill(0, 1, 9, 1)));
        assertEquals(List.of("0.000 s child 2 of parent 0: BUY 10 at the market"), lines(w -> w.fill(0, 1, 1, 1)));
        assertEquals(List.of("0.000 s child 3 of parent 0: BUY 5 at the market"), lines(w -> w.fill(0, 2, 10, 1)));
        assertEquals(List.of("0.000 s parent 0 ended: COMPLETE, 25 filled"), lines(w -> w.fill(0, 3, 5, 1)));
    }

    @Test
    void moreThanTheLargestChildGoesWithTheNextEvents() {
        assertEquals(
                List.of("0.000 s child 1 of parent 0: BUY 10 at the market"),
                begin(Terms.of(25).children(1, 10)));
        assertEquals(List.of(), lines(w -> w.time(0)));
        assertEquals(List.of("1.000 s child 2 of parent 0: BUY 10 at the market"), lines(w -> w.time(SECOND)));
        assertEquals(List.of("2.000 s child 3 of parent 0: BUY 5 at the market"), lines(w -> w.time(2 * SECOND)));
    }

    @Test
    void aRejectedChildIsTriedAgainLater() {
        begin(Terms.of(10));
        assertEquals(List.of(), lines(w -> w.ended(0, 1, true)));
        assertEquals(List.of(), lines(w -> w.time(SECOND - 1)));
        assertEquals(List.of("1.000 s child 2 of parent 0: BUY 10 at the market"), lines(w -> w.time(SECOND)));
    }

    @Test
    void aStricterLimitReplacesTheChildrenBeyondIt() {
        begin(Terms.of(10));
        assertEquals(
                List.of("0.000 s child 1 of parent 0: now at 9.9900"),
                lines(w ->
                        w.terms(EventKind.AMEND, 0, 0, 0, Side.BUY, Terms.of(10).limit(99_900))));
    }

    @Test
    void atItsWouldPriceAllOfAParentIsDue() {
        Schedule even = Schedule.even(new Window(0, 30_000, 3), 30);
        tell(w -> w.quote(0, 0, 99_000, 100_000));
        tell(w -> w.parent(0, 0, 0, Side.BUY, Terms.of(30), Curve.of(even), 1));
        assertEquals(List.of(), lines(w -> w.style(0, 0, new Style(99_500, false))));
        assertEquals(List.of(), lines(w -> w.quote(SECOND, 0, 99_000, 99_600)));
        assertEquals(
                List.of("2.000 s child 2 of parent 0: BUY 20 at 9.9500"),
                lines(w -> w.quote(2 * SECOND, 0, 99_000, 99_500)));
    }

    /** A would-price beyond the limit is the limit; the share of the volume holds back as before. */
    @Test
    void aWouldPriceLiftsNeitherLimitNorCap() {
        tell(w -> w.quote(0, 0, 99_000, 100_000));
        Terms terms = Terms.of(30).limit(99_000).cap(1_000);
        tell(w -> w.parent(
                0, 0, 0, Side.BUY, terms, new Curve(0, 60 * SECOND, new long[] {59 * SECOND}, new long[] {30}), 1));
        tell(w -> w.style(0, 0, new Style(99_900, false)));
        assertEquals(List.of(), lines(w -> w.quote(0, 0, 98_000, 99_500)));
        assertEquals(List.of(), lines(w -> w.quote(0, 0, 98_000, 99_000)));
        assertEquals(List.of("0.000 s child 1 of parent 0: BUY 20 at 9.9000"), lines(w -> w.trade(0, 0, 99_000, 200)));
    }

    /** For the close: the whole shortly before, at the limit whatever the touch is. */
    @Test
    void aChildForAnAuctionIsPricedAtTheLimit() {
        long cutoff = 57_000 * SECOND;
        tell(w -> w.quote(0, 0, 99_000, 100_000));
        tell(w -> w.terms(EventKind.PARENT, 0, 0, 0, Side.SELL, Terms.of(30).limit(98_000)));
        tell(w -> w.style(0, 0, new Style(0, true)));
        tell(w -> w.window(0, 0, cutoff, cutoff + 900 * SECOND, 1, 1));
        tell(w -> w.points(0, 0, cutoff, 30, 0, 0));
        assertEquals(
                List.of("57000.000 s child 1 of parent 0: SELL 30 at 9.8000, auction"), lines(w -> w.time(cutoff)));
    }

    /** A buy one tick below the bid; moved with it, but not before a second is over, and never beyond its limit. */
    @Test
    void aPeggedChildFollowsItsSideOfTheQuote() {
        pegged(new Peg(Peg.To.PRIMARY, -1, 100, SECOND, 0), Terms.of(10).limit(100_050));
        assertEquals(
                List.of("0.000 s child 1 of parent 0: BUY 10 at 9.9400"), lines(w -> w.quote(0, 0, 99_500, 99_900)));
        assertEquals(List.of("0.000 s child 1 of parent 0: now at 9.9500"), lines(w -> w.quote(1, 0, 99_600, 99_900)));
        assertEquals(List.of(), lines(w -> w.quote(2, 0, 99_700, 99_900)));
        assertEquals(List.of("1.000 s child 1 of parent 0: now at 9.9600"), lines(w -> w.time(SECOND + 1)));
        assertEquals(
                List.of("3.000 s child 1 of parent 0: now at 10.0000"),
                lines(w -> w.quote(3 * SECOND, 0, 101_000, 101_100)));
    }

    @Test
    void aPegToTheMiddleOrTheOtherSideIsOnATick() {
        pegged(new Peg(Peg.To.MIDPOINT, 0, 100, SECOND, 0), Terms.of(10));
        assertEquals(
                List.of("0.000 s child 1 of parent 0: BUY 10 at 9.9700"), lines(w -> w.quote(0, 0, 99_700, 99_800)));
        assertEquals(
                List.of("2.000 s child 1 of parent 0: now at 9.9900"),
                lines(w -> w.peg(2 * SECOND, 0, new Peg(Peg.To.MARKET, 1, 100, SECOND, 0))));
    }

    /** Crossed, locked, one-sided or old: none is sent, and none is moved, until there is a quote to go by. */
    @Test
    void aPeggedChildStandsStillWhereTheQuoteSaysNothing() {
        pegged(new Peg(Peg.To.PRIMARY, 0, 100, 1, SECOND), Terms.of(10).children(1, 5));
        assertEquals(List.of(), lines(w -> w.quote(0, 0, 100_000, 99_900)));
        assertEquals(List.of(), lines(w -> w.quote(0, 0, 100_000, 100_000)));
        assertEquals(List.of(), lines(w -> w.quote(0, 0, 0, 100_000)));
        assertEquals(
                List.of("0.000 s child 1 of parent 0: BUY 5 at 9.9000"), lines(w -> w.quote(0, 0, 99_000, 99_500)));
        assertEquals(List.of(), lines(w -> w.quote(0, 0, 99_500, 99_000)));
        assertEquals(List.of(), lines(w -> w.time(2 * SECOND)));
        assertEquals(
                List.of("2.000 s child 2 of parent 0: BUY 5 at 9.9000"),
                lines(w -> w.quote(2 * SECOND, 0, 99_000, 99_500)));
    }

    /** The venue filled some and refused the replace: the child stands at its old price, is tried again, and counts once. */
    @Test
    void aReplaceThatTheVenueRefusesIsTriedAgainLater() {
        pegged(new Peg(Peg.To.PRIMARY, 0, 100, 1, 0), Terms.of(10));
        tell(w -> w.quote(0, 0, 99_000, 99_500));
        assertEquals(List.of("0.000 s child 1 of parent 0: now at 9.9100"), lines(w -> w.quote(1, 0, 99_100, 99_500)));
        assertEquals(List.of(), lines(w -> w.fill(2, 1, 4, 99_000)));
        assertEquals(List.of(), lines(w -> w.replaceRefused(3, 1, 99_000)));
        assertEquals(List.of("1.000 s child 1 of parent 0: now at 9.9100"), lines(w -> w.time(SECOND + 3)));
        assertEquals(
                List.of("1.000 s parent 0 ended: COMPLETE, 10 filled"), lines(w -> w.fill(SECOND + 4, 1, 6, 99_100)));
        assertEquals(RefusalReason.CHILD, refused(w -> w.replaceRefused(SECOND + 5, 1, 99_000)));
    }

    @Test
    void whatTheVenueLeftBeyondTheLimitIsCancelled() {
        begin(Terms.of(10));
        assertEquals(
                List.of("0.000 s child 1 of parent 0: now at 9.9900"),
                lines(w ->
                        w.terms(EventKind.AMEND, 0, 0, 0, Side.BUY, Terms.of(10).limit(99_900))));
        assertEquals(List.of("0.000 s child 1 of parent 0: cancel"), lines(w -> w.replaceRefused(0, 1, 0)));
        assertEquals(List.of(), lines(w -> w.replaceRefused(0, 1, 0)));
    }

    /** Three slices of ten seconds; after the first, the two that are to come go into the next five. */
    @Test
    void anAmendedWindowSqueezesWhatIsToCome() {
        Schedule even = Schedule.even(new Window(0, 30_000, 3), 30);
        tell(w -> w.parent(0, 0, 0, Side.BUY, Terms.of(30), Curve.of(even), 1));
        assertEquals(List.of(), lines(w -> w.amendWindow(5 * SECOND, 0, 0, 10 * SECOND)));
        assertEquals(
                List.of(
                        "6.000 s child 2 of parent 0: BUY 10 at the market",
                        "8.000 s child 3 of parent 0: BUY 10 at the market",
                        "10.000 s child 1 of parent 0: cancel",
                        "10.000 s child 2 of parent 0: cancel",
                        "10.000 s child 3 of parent 0: cancel"),
                lines(w -> {
                    w.time(6 * SECOND);
                    w.time(8 * SECOND);
                    w.time(10 * SECOND);
                }));
        assertEquals(RefusalReason.PARENT, refused(w -> w.amendWindow(11 * SECOND, 0, 0, 60 * SECOND)));
    }

    @Test
    void aWindowThatBeginsLaterTakesBackWhatIsOpen() {
        begin(Terms.of(10));
        assertEquals(RefusalReason.NUMBER, refused(w -> w.amendWindow(SECOND, 0, 0, SECOND)));
        assertEquals(
                List.of("1.000 s child 1 of parent 0: cancel"),
                lines(w -> w.amendWindow(SECOND, 0, 5 * SECOND, 9 * SECOND)));
        assertEquals(List.of(), lines(w -> w.ended(2 * SECOND, 1, false)));
        assertEquals(List.of("5.000 s child 2 of parent 0: BUY 10 at the market"), lines(w -> w.time(5 * SECOND)));
    }

    /** An iceberg of 50 to 100: what is shown differs from part to part, and all of it is filled. */
    @Test
    void whatAnIcebergShowsIsDrawn() {
        tell(w -> w.terms(
                EventKind.PARENT,
                0,
                0,
                0,
                Side.BUY,
                Terms.of(500).children(50, 0).display(100)));
        tell(w -> w.random(0, 0, new Drawn(7, 0, 0, 50)));
        List<Decision> shown = tell(w -> w.curve(0, 0, 0, Curve.atOnce(0, SECOND, 500), 1));
        Set<Long> sizes = new HashSet<>();
        long filled = 0;
        while (shown.getFirst().kind() == DecisionKind.CHILD) {
            Decision child = shown.getFirst();
            filled += child.lots();
            assertTrue(child.lots() <= 100 && (child.lots() >= 50 || filled == 500), child.line());
            sizes.add(child.lots());
            shown = tell(w -> w.fill(0, child.child(), child.lots(), 1));
        }
        assertEquals(500, filled);
        assertTrue(sizes.size() > 3, sizes::toString);
    }

    /** The first numbers of Vigna's splitmix64.c from 1234567. */
    @Test
    void theGeneratorIsThePublishedOne() {
        SplitMix64 generator = new SplitMix64(1_234_567);
        assertEquals("6457827717110365317", Long.toUnsignedString(generator.next()));
        assertEquals("3203168211198807973", Long.toUnsignedString(generator.next()));
        assertEquals("9817491932198370423", Long.toUnsignedString(generator.next()));
    }

    private void pegged(Peg peg, Terms terms) {
        tell(w -> w.terms(EventKind.PARENT, 0, 0, 0, Side.BUY, terms));
        tell(w -> w.peg(0, 0, peg));
        assertEquals(List.of(), lines(w -> w.curve(0, 0, 0, Curve.atOnce(0, 60 * SECOND, terms.lots()), 1)));
    }

    @Test
    void aSmallerParentCancelsWhatIsTooMuch() {
        begin(Terms.of(10));
        assertEquals(
                List.of("0.000 s child 1 of parent 0: cancel"),
                lines(w -> w.terms(EventKind.AMEND, 0, 0, 0, Side.BUY, Terms.of(6))));
        assertEquals(List.of("0.000 s child 2 of parent 0: BUY 6 at the market"), lines(w -> w.ended(0, 1, false)));
    }

    @Test
    void aCancelledParentEndsWithItsLastChild() {
        begin(Terms.of(10));
        assertEquals(List.of("0.000 s child 1 of parent 0: cancel"), lines(w -> w.cancel(0, 0)));
        assertEquals(List.of(), lines(w -> w.fill(0, 1, 4, 1)));
        assertEquals(List.of("0.000 s parent 0 ended: CANCELLED, 4 filled"), lines(w -> w.ended(0, 1, false)));
    }

    @Test
    void theKillSwitchEndsEverythingForGood() {
        begin(Terms.of(10));
        assertEquals(List.of("0.000 s child 1 of parent 0: cancel"), lines(w -> w.kill(0)));
        assertEquals(
                List.of("event 4 refused: KILLED"),
                lines(w -> w.terms(EventKind.PARENT, 0, 0, 1, Side.BUY, Terms.of(1))).stream()
                        .map(line -> line.substring(line.indexOf("event")))
                        .toList());
    }

    @Test
    void whatMakesNoSenseIsRefusedWithItsReason() {
        assertEquals(RefusalReason.INSTRUMENT, refused(w -> w.trade(5, 2, 1, 1)));
        assertEquals(RefusalReason.TIME, refused(w -> w.time(4)));
        assertEquals(RefusalReason.NUMBER, refused(w -> w.trade(5, 0, -1, 1)));
        tell(w -> w.trade(5, 0, 1, EngineFormat.MOST_UNITS));
        assertEquals(RefusalReason.VOLUME, refused(w -> w.trade(5, 0, 1, 1)));
        assertEquals(RefusalReason.PARENT, refused(w -> w.cancel(5, 4)));
        assertEquals(RefusalReason.CHILD, refused(w -> w.fill(5, 1, 1, 1)));
        assertEquals(
                RefusalReason.NUMBER,
                refused(w ->
                        w.terms(EventKind.PARENT, 5, 0, 0, Side.BUY, Terms.of(5).children(3, 2))));
        tell(w -> w.terms(EventKind.PARENT, 5, 0, 0, Side.BUY, Terms.of(5)));
        assertEquals(RefusalReason.PARENT, refused(w -> w.points(5, 0, 5, 5, 0, 0)));
        assertEquals(RefusalReason.NUMBER, refused(w -> w.window(5, 0, 5, 9, Long.MAX_VALUE, 1)));
        tell(w -> w.window(5, 0, 5, 9, 1, 1));
        assertEquals(RefusalReason.NUMBER, refused(w -> w.points(5, 0, 5, 4, 0, 0)));
        MemorySegment unknown = segment(1);
        unknown.set(EngineFormat.U16, 0, (short) 99);
        MemorySegment decisions = segment(CAPACITY.mostDecisionsOfAnEvent());
        assertEquals(Engine.handled(1, 1), engine.handle(unknown, 1, decisions));
        assertEquals(RefusalReason.KIND.code(), Decision.at(decisions, 0).reason());
    }

    @Test
    void tooLittleRoomIsRefusedBeforeAnythingIsTaken() {
        int most = CAPACITY.mostDecisionsOfAnEvent();
        assertThrows(IllegalArgumentException.class, () -> engine.handle(segment(1), 2, segment(most)));
        assertThrows(IllegalArgumentException.class, () -> engine.handle(segment(1), 1, segment(most - 1)));
    }

    /** A call that has no room left takes fewer events; the next goes on where it stopped. */
    @Test
    void theRestOfABatchIsTakenByTheNextCall() {
        MemorySegment events = segment(10);
        EventWriter writer = new EventWriter(events);
        IntStream.range(0, 10).forEach(i -> writer.cancel(i, 0));
        MemorySegment decisions = segment(CAPACITY.mostDecisionsOfAnEvent() + 3);
        assertEquals(Engine.handled(4, 4), engine.handle(events, 10, decisions));
        assertEquals(Engine.handled(4, 4), engine.handle(events.asSlice(4 * EngineFormat.RECORD), 6, decisions));
        assertEquals(7, Decision.at(decisions, 3).event());
    }

    private List<String> begin(Terms terms) {
        return lines(w -> w.parent(0, 0, 0, Side.BUY, terms, Curve.atOnce(0, 60 * SECOND, terms.lots()), 1));
    }

    private List<String> lines(Consumer<EventWriter> what) {
        return tell(what).stream().map(Decision::line).toList();
    }

    private RefusalReason refused(Consumer<EventWriter> what) {
        List<Decision> decisions = tell(what);
        assertEquals(1, decisions.size());
        assertEquals(DecisionKind.REFUSED, decisions.getFirst().kind());
        return RefusalReason.of(decisions.getFirst().reason());
    }

    private List<Decision> tell(Consumer<EventWriter> what) {
        MemorySegment events = segment(32);
        EventWriter writer = new EventWriter(events);
        what.accept(writer);
        MemorySegment decisions = segment(CAPACITY.mostDecisionsOfAnEvent() + 32);
        long handled = engine.handle(events, writer.count(), decisions);
        assertEquals(writer.count(), Engine.taken(handled));
        return IntStream.range(0, Engine.made(handled))
                .mapToObj(i -> Decision.at(decisions, i))
                .toList();
    }

    private static MemorySegment segment(int records) {
        return MemorySegment.ofArray(new byte[records * EngineFormat.RECORD]);
    }
}
