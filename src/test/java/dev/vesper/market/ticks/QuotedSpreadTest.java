package dev.vesper.market.ticks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class QuotedSpreadTest {
    private static final int HALT_FOR_VOLATILITY = 1 << 9;

    private static void same(String expected, BigDecimal got) {
        assertEquals(0, new BigDecimal(expected).compareTo(got), () -> "expected " + expected + ", but got " + got);
    }

    /** A spread of 2 for three quarters of the open time and of 6 for the rest: 3; mids 11 and 13: 11.5. */
    @Test
    void eachSpreadCountsForAsLongAsItStood() {
        BestQuotes best = new RecordedDay()
                .quote(50, 100_000, 120_000)
                .quote(400, 0, 160_000)
                .quote(500, 160_000, 0)
                .quote(600, 170_000, 0)
                .quote(700, 0, 165_000, 'N', HALT_FOR_VOLATILITY)
                .quote(800, 100_000, 120_000)
                .best();
        QuotedSpread spread = QuotedSpread.of(best, new Span(0, 1_000));
        assertEquals(50, spread.millis(QuoteState.ONE_SIDED));
        assertEquals(650, spread.millis(QuoteState.OPEN));
        assertEquals(100, spread.millis(QuoteState.LOCKED));
        assertEquals(100, spread.millis(QuoteState.CROSSED));
        assertEquals(100, spread.millis(QuoteState.HALTED));
        QuotedSpread before = QuotedSpread.of(best, new Span(100, 500));
        same("3", before.average().orElseThrow());
        same("11.5", before.averageMid().orElseThrow());
        same("2608.695652173913", before.averageBps().orElseThrow());
    }

    @Test
    void withoutQuotesThereIsNoSpread() {
        QuotedSpread spread = QuotedSpread.of(new RecordedDay().best(), new Span(0, 1_000));
        assertEquals(1_000, spread.millis(QuoteState.ONE_SIDED));
        assertTrue(spread.average().isEmpty());
        assertTrue(spread.averageBps().isEmpty());
    }

    @Test
    void theBestIsTheLastOfEachSideWhoeverQuotesIt() {
        RecordedDay day = new RecordedDay()
                .quote(10, 100_000, 100_100, 'N', 1)
                .quote(20, 99_900, 0, 'Q', 1)
                .quote(20, 99_800, 0, 'P', 1);
        BestQuotes best = day.best();
        assertEquals(2, best.count());
        assertEquals(-1, best.before(10));
        assertEquals(0, best.at(10));
        assertEquals(0, best.before(20));
        assertEquals(99_800, best.bidE4(best.at(20)));
        assertEquals(100_100, best.askE4(best.at(99)));
        assertEquals(new LastSeenBest(100_000, 100_100), LastSeenBest.before(day.quotes(), 21));
        assertEquals(new LastSeenBest(0, 0), LastSeenBest.before(day.quotes(), 10));
    }
}
