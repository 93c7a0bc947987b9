package dev.vesper.execution.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShrunkTailTest {
    private static final NavigableMap<Long, Double> ALL = new TreeMap<>(Map.of(0L, 0.5, 150L, 0.2, 450L, 0.1));

    /**
     * By the definition, in exact fractions (Python's {@code fractions}): the product over r below s of
     * 1 - (w h(r) + D(r)) / (w + N(r)), with D and N counted order by order, w = 10, and the history of
     * {@link LiquidityTailTest}.
     */
    @ParameterizedTest
    @CsvSource(textBlock = """
            1, 0.6956521739130435
            100, 0.6956521739130435
            101, 0.6224256292906178
            150, 0.6224256292906178
            151, 0.5491990846681922
            221, 0.4805491990846682
            450, 0.4805491990846682
            451, 0.40045766590389015
            10000, 0.40045766590389015
            """)
    void drawsTheOddsOfOneTowardsThoseOfAll(long lots, double expected) {
        assertEquals(expected, ShrunkTail.of(LiquidityTailTest.HISTORY, ALL, 10).atLeast(lots), 1e-12);
    }

    /** Which is that of lifelines, see {@link LiquidityTailTest}. */
    @Property
    void withoutAnyWeightItIsTheEstimatorOfKaplanAndMeier(@ForAll long seed) {
        List<CensoredFill> fills = LiquidityTailTest.drawn(new Random(seed));
        for (long lots = 0; lots < 25; lots++) {
            assertEquals(
                    LiquidityTail.learned(fills, 1).atLeast(lots),
                    ShrunkTail.of(fills, ALL, 0).atLeast(lots));
        }
    }

    @Test
    void withoutOrdersOfItsOwnItHasTheOddsOfAll() {
        LiquidityTail tail = ShrunkTail.of(List.of(), ALL, 10);
        assertEquals(0.5, tail.atLeast(1));
        assertEquals(0.5, tail.atLeast(150));
        assertEquals(0.4, tail.atLeast(151), 1e-12);
        assertEquals(0.36, tail.atLeast(451), 1e-12);
    }

    @Test
    void manyOrdersOfItsOwnCountForMore() {
        List<CensoredFill> found = Collections.nCopies(990, new CensoredFill(10, 10));
        assertEquals(1 - 5 / 1_000.0, ShrunkTail.of(found, ALL, 10).atLeast(1), 1e-12);
    }

    @Property
    void oddsFall(@ForAll long seed) {
        LiquidityTail tail = ShrunkTail.of(LiquidityTailTest.drawn(new Random(seed)), ALL, 3);
        double before = 1;
        for (long lots = 1; lots < 500; lots++) {
            double odds = tail.atLeast(lots);
            assertTrue(odds <= before && odds >= 0, lots + " lots");
            before = odds;
        }
    }
}
