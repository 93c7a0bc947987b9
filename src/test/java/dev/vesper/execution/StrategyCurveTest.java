package dev.vesper.execution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.execution.engine.Curve;
import dev.vesper.orders.SlicingStrategy;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** What is due, and from when on. */
class StrategyCurveTest {
    private static final long OPEN = 34_200_000;
    private static final long HALF_HOUR = 1_800_000;
    private static final Session DAY = new Session(OPEN, 57_600_000, HALF_HOUR);

    @Test
    void timeWeightedIsEven() {
        Curve curve = StrategyCurve.of(SlicingStrategy.TWAP, DAY, 1_300, 1, true);
        assertEquals(13, curve.lots().length);
        for (int slice = 0; slice < 13; slice++) {
            assertEquals(100L * (slice + 1), curve.lots()[slice]);
            assertEquals(DAY.startMillis(slice) * 1_000_000, curve.times()[slice]);
        }
        assertEquals(OPEN * 1_000_000, curve.startNanos());
        assertEquals(57_600_000L * 1_000_000, curve.endNanos());
    }

    @Test
    void anOrderTooSmallForEverySliceGoesInFewerSteps() {
        Curve curve = StrategyCurve.of(SlicingStrategy.TWAP, DAY, 35, 10, true);
        assertArrayEquals(new long[] {11, 23, 35}, curve.lots());
        assertArrayEquals(
                new long[] {nanos(2), nanos(6), nanos(10)}, curve.times(), "the third, seventh, eleventh slice");
    }

    @Test
    void aShareOfTheVolumeIsDueAtOnce() {
        Curve curve = StrategyCurve.of(SlicingStrategy.POV, DAY, 1_300, 10, true);
        assertArrayEquals(new long[] {1_300}, curve.lots());
        assertArrayEquals(new long[] {nanos(0)}, curve.times());
    }

    @Test
    void aShareOfAVolumeThatNobodyKnowsGoesByTheClock() {
        assertArrayEquals(
                StrategyCurve.of(SlicingStrategy.TWAP, DAY, 1_300, 10, false).lots(),
                StrategyCurve.of(SlicingStrategy.POV, DAY, 1_300, 10, false).lots());
    }

    @Property
    void aCurveRisesToTheWholeAndNeverByLessThanTheSmallestChild(
            @ForAll @LongRange(min = 1, max = 900_000_000_000_000L) long lots,
            @ForAll @IntRange(min = 1, max = 400) int slices,
            @ForAll @LongRange(min = 1, max = 1_000_000) long minimum) {
        Session session = new Session(OPEN, OPEN + slices * 60_000L, 60_000);
        Curve curve = StrategyCurve.of(SlicingStrategy.TWAP, session, lots, minimum, true);
        long before = 0;
        long time = -1;
        for (int i = 0; i < curve.lots().length; i++) {
            assertTrue(curve.times()[i] > time && curve.times()[i] < curve.endNanos());
            assertTrue(curve.lots()[i] - before >= Math.min(minimum, lots), i + " of " + curve.lots().length);
            time = curve.times()[i];
            before = curve.lots()[i];
        }
        assertEquals(lots, before);
    }

    private static long nanos(int slice) {
        return DAY.startMillis(slice) * 1_000_000;
    }
}
