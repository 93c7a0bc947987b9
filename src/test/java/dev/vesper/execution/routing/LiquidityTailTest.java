package dev.vesper.execution.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiquidityTailTest {
    static final List<CensoredFill> HISTORY = List.of(
            new CensoredFill(100, 100),
            new CensoredFill(300, 100),
            new CensoredFill(300, 300),
            new CensoredFill(500, 0),
            new CensoredFill(500, 220),
            new CensoredFill(400, 400),
            new CensoredFill(200, 200),
            new CensoredFill(500, 500),
            new CensoredFill(300, 0),
            new CensoredFill(500, 100),
            new CensoredFill(100, 100),
            new CensoredFill(600, 450),
            new CensoredFill(500, 220));

    /**
     * From lifelines 0.30.3 on PyPI: {@code KaplanMeierFitter().fit([r if r < v else v - 0.5], [r < v]).predict(s - 1)} for the
     * history above. An order of which all v were filled leaves before v, because whether exactly v were there is not known.
     */
    @ParameterizedTest
    @CsvSource(textBlock = """
            1, 0.8461538461538463
            100, 0.8461538461538463
            101, 0.658119658119658
            200, 0.658119658119658
            220, 0.658119658119658
            221, 0.4387464387464387
            300, 0.4387464387464387
            301, 0.4387464387464387
            450, 0.4387464387464387
            451, 0.21937321937321932
            600, 0.21937321937321932
            """)
    void isTheEstimatorOfKaplanAndMeier(long lots, double expected) {
        assertEquals(expected, LiquidityTail.learned(HISTORY, 1).atLeast(lots), 1e-12);
    }

    @Test
    void theOrderOfTheHistoryChangesNothing() {
        List<CensoredFill> turned = new ArrayList<>(HISTORY);
        Collections.reverse(turned);
        for (long lots = 0; lots < 700; lots++) {
            assertEquals(
                    LiquidityTail.learned(HISTORY, 1).atLeast(lots),
                    LiquidityTail.learned(turned, 1).atLeast(lots));
        }
    }

    @Test
    void averagesWouldCallADeepVenueShallow() {
        List<CensoredFill> deep = List.of(new CensoredFill(100, 100), new CensoredFill(100, 100));
        assertEquals(1, LiquidityTail.learned(deep, 1).atLeast(10_000));
    }

    @Test
    void fewOrdersTeachNothing() {
        List<CensoredFill> one = List.of(new CensoredFill(100, 0));
        assertEquals(0, LiquidityTail.learned(one, 1).atLeast(1));
        assertEquals(1, LiquidityTail.learned(one, 2).atLeast(1));
        assertEquals(1, LiquidityTail.learned(List.of(), 1).atLeast(1));
    }

    @Property
    void expectedIsTheSumOfTheOdds(@ForAll long seed, @ForAll @IntRange(min = 0, max = 40) int lots) {
        LiquidityTail tail = LiquidityTail.learned(drawn(new Random(seed)), 1);
        double sum = 0;
        double before = 1;
        for (int s = 1; s <= lots; s++) {
            assertTrue(tail.atLeast(s) <= before, "odds fall");
            before = tail.atLeast(s);
            sum += before;
        }
        assertEquals(sum, tail.expected(lots), 1e-9);
    }

    /** Some orders of up to 20 lots at a venue with up to 20. */
    static List<CensoredFill> drawn(Random random) {
        List<CensoredFill> fills = new ArrayList<>();
        for (int i = random.nextInt(30); i > 0; i--) {
            int sent = 1 + random.nextInt(20);
            fills.add(new CensoredFill(sent, Math.min(sent, random.nextInt(21))));
        }
        return fills;
    }

    @Test
    void moreThanWasSentIsNoObservation() {
        assertThrows(IllegalArgumentException.class, () -> new CensoredFill(100, 101));
        assertThrows(IllegalArgumentException.class, () -> new CensoredFill(0, 0));
    }
}
