package dev.vesper.market.ticks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.market.ticks.TradeSpreads.Left;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class TradeSpreadsTest {
    private static final Span SESSION = new Span(1_000, 1_000_000);
    private static final long MINUTE = 60_000;

    private static void same(String expected, BigDecimal got) {
        assertEquals(0, new BigDecimal(expected).compareTo(got), () -> "expected " + expected + ", but got " + got);
    }

    private static TradeSpreads of(RecordedDay day) {
        return TradeSpreads.of(day.trades(), day.best(), SESSION, MINUTE);
    }

    /** A buyer pays 50.30 at a mid of 50.27; a minute later it is 50.29: 0.06 = 0.02 + 0.04. */
    @Test
    void whatATakerPaysIsWhatAGiverKeepsAndTheMove() {
        TradeSpreads spreads = of(new RecordedDay()
                .quote(1_000, 502_400, 503_000)
                .trade(2_000, 503_000, 100)
                .quote(2_000, 502_500, 503_300)
                .quote(62_000, 502_600, 503_200));
        same("0.06", spreads.average(spreads.effectiveUnitsE4()).orElseThrow());
        same("0.02", spreads.average(spreads.realisedUnitsE4()).orElseThrow());
        same("0.04", spreads.average(spreads.impactUnitsE4()).orElseThrow());
        assertEquals(100, spreads.boughtVolume());
    }

    /** Sold below the mid; at the mid after a rise bought, and so again at the same price. */
    @Test
    void whoTookIsInferredFromTheMidAndThenFromTheLastOtherPrice() {
        TradeSpreads spreads = of(new RecordedDay()
                .quote(1_000, 99_900, 100_100)
                .trade(2_000, 100_000, 7)
                .trade(3_000, 99_900, 10)
                .trade(4_000, 100_000, 100)
                .trade(5_000, 100_000, 1_000));
        assertEquals(1, spreads.left(Left.NO_SIDE));
        assertEquals(3, spreads.trades());
        assertEquals(1_110, spreads.volume());
        assertEquals(1_100, spreads.boughtVolume());
        assertEquals(2, spreads.byTick());
    }

    @Test
    void whatHasNoSpreadIsCountedAndLeftOut() {
        int openingAuction = 1 << 6;
        TradeSpreads spreads = of(new RecordedDay()
                .trade(999, 100_000, 1)
                .trade(1_500, 100_000, 1)
                .quote(1_600, 99_900, 100_100)
                .trade(1_700, 100_100, 1, openingAuction)
                .quote(1_800, 100_100, 0)
                .trade(1_900, 100_100, 1)
                .quote(2_000, 100_200, 0)
                .trade(2_100, 100_100, 1)
                .quote(2_200, 99_900, 0)
                .trade(940_000, 100_100, 1));
        assertEquals(0, spreads.trades());
        assertEquals(1, spreads.left(Left.NO_QUOTE));
        assertEquals(1, spreads.left(Left.CONDITION));
        assertEquals(1, spreads.left(Left.LOCKED));
        assertEquals(1, spreads.left(Left.CROSSED));
        assertEquals(1, spreads.left(Left.NO_LATER_QUOTE));
        assertTrue(spreads.average(spreads.effectiveUnitsE4()).isEmpty());
        assertTrue(spreads.bps(spreads.effectiveUnitsE4()).isEmpty());
    }
}
