package dev.vesper.execution.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vesper.market.Venue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DarkGuardTest {
    private static final Venue LIT = new Venue("LIT", "lit", false, "VESPER", "LIT", BigDecimal.ONE, 0);
    private static final Venue DARK = new Venue("DARK", "midpoint", true, "VESPER", "DARK", BigDecimal.ONE, 0);
    private static final String WHAT = "S00 BUY";

    @Test
    void twoSmallFillsInARowLessenWhatIsShown() {
        DarkGuard guard = new DarkGuard();
        assertEquals(-1, most(guard));
        heard(guard, 300, 40);
        assertEquals(-1, most(guard));
        heard(guard, 300, 0);
        heard(guard, 300, 30);
        assertEquals(80, most(guard));
        heard(guard, 80, 10);
        assertEquals(60, most(guard));
        heard(guard, 60, 8);
        assertEquals(20, most(guard));
        heard(guard, 20, 20);
        assertEquals(-1, most(guard));
    }

    @Test
    void otherInstrumentsSidesAndVenuesAreNotSuspect() {
        DarkGuard guard = new DarkGuard();
        heard(guard, 300, 10);
        heard(guard, 300, 10);
        assertEquals(-1, guard.most("S00 SELL", "DARK").intValue());
        assertEquals(-1, guard.most(WHAT, "POOL").intValue());
    }

    /**
     * A venue whose owner takes the least that is accepted, slice after slice, to see whether more is there. Of 20 times 1,000 lots
     * it is shown 744 where without the rule it would be shown 6,000, and nothing after the sixth slice.
     */
    @Test
    void aPingerLearnsLittle() {
        assertEquals(6_000, shownToAPinger(false));
        assertEquals(744, shownToAPinger(true));
    }

    private static long shownToAPinger(boolean guarded) {
        DarkGuard guard = new DarkGuard();
        long all = 0;
        for (int slice = 0; slice < 20; slice++) {
            long most = most(guard);
            Map<String, Long> darkMost = most < 0 || !guarded ? Map.of() : Map.of("DARK", most);
            var split = new RoutedSplit(
                    10, 3_000, BigDecimal.ONE, BigDecimal.TEN, Map.of("DARK", LiquidityTail.UNKNOWN), darkMost, slice);
            for (RoutedPart part : split.of(1_000, List.of(LIT, DARK))) {
                if (part.venue().dark()) {
                    all += part.lots();
                    heard(guard, part.lots(), part.leastFill());
                }
            }
        }
        return all;
    }

    private static void heard(DarkGuard guard, long shown, long filled) {
        guard.heard(WHAT, "DARK", BigDecimal.valueOf(shown), BigDecimal.valueOf(filled));
    }

    private static long most(DarkGuard guard) {
        return guard.most(WHAT, "DARK").longValue();
    }
}
