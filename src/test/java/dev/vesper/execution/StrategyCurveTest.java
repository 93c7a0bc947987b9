package dev.vesper.execution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.execution.engine.Curve;
import dev.vesper.orders.SlicingStrategy;
import java.util.List;
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
        Curve curve = StrategyCurve.of(SlicingStrategy.TWAP, CurveSettings.STANDARD, DAY, 1_300, 1, true);
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
        Curve curve = StrategyCurve.of(SlicingStrategy.TWAP, CurveSettings.STANDARD, DAY, 35, 10, true);
        assertArrayEquals(new long[] {11, 23, 35}, curve.lots());
        assertArrayEquals(
                new long[] {nanos(2), nanos(6), nanos(10)}, curve.times(), "the third, seventh, eleventh slice");
    }

    @Test
    void aShareOfTheVolumeIsDueAtOnce() {
        Curve curve = StrategyCurve.of(SlicingStrategy.POV, CurveSettings.STANDARD, DAY, 1_300, 10, true);
        assertArrayEquals(new long[] {1_300}, curve.lots());
        assertArrayEquals(new long[] {nanos(0)}, curve.times());
    }

    @Test
    void aShareOfAVolumeThatNobodyKnowsGoesByTheClock() {
        assertArrayEquals(
                StrategyCurve.of(SlicingStrategy.TWAP, CurveSettings.STANDARD, DAY, 1_300, 10, false)
                        .lots(),
                StrategyCurve.of(SlicingStrategy.POV, CurveSettings.STANDARD, DAY, 1_300, 10, false)
                        .lots());
    }

    /** Half of the volume in the first third, a sixth in the second, a third in the last. */
    @Test
    void volumeWeightedFollowsTheProfile() {
        Session sixHours = new Session(OPEN, OPEN + 12 * HALF_HOUR, HALF_HOUR);
        Curve curve = StrategyCurve.of(
                SlicingStrategy.VWAP, new CurveSettings(List.of(3L, 1L, 2L), 0), sixHours, 2_400, 1, true);
        assertArrayEquals(
                new long[] {300, 600, 900, 1_200, 1_300, 1_400, 1_500, 1_600, 1_800, 2_000, 2_200, 2_400},
                curve.lots());
    }

    /** A part of the profile that lies across two slices, and a last slice of a quarter of an hour. */
    @Test
    void aProfileNeedNotMeetTheSlices() {
        Session odd = new Session(OPEN, OPEN + 5 * HALF_HOUR / 2, HALF_HOUR);
        Curve curve =
                StrategyCurve.of(SlicingStrategy.VWAP, new CurveSettings(List.of(1L, 3L), 0), odd, 1_000, 1, true);
        assertArrayEquals(new long[] {200, 700, 1_000}, curve.lots(), "30 of 75 minutes, 60 of 75, all");
    }

    /** sinh(3 (1 - t)) / sinh(3) is left after each quarter: 46.83 %, 21.25 %, 8.21 %, 0. */
    @Test
    void implementationShortfallDoesMoreTheEarlier() {
        Session hours = new Session(OPEN, OPEN + 4 * HALF_HOUR, HALF_HOUR);
        Curve curve = StrategyCurve.of(SlicingStrategy.IS, CurveSettings.STANDARD, hours, 10_000, 1, true);
        assertArrayEquals(new long[] {5_317, 7_875, 9_179, 10_000}, curve.lots());
        assertArrayEquals(
                new long[] {2_500, 5_000, 7_500, 10_000},
                StrategyCurve.of(
                                SlicingStrategy.IS,
                                new CurveSettings(CurveSettings.USUAL_PROFILE, 0),
                                hours,
                                10_000,
                                1,
                                true)
                        .lots());
    }

    @Property
    void aCurveRisesToTheWholeAndNeverByLessThanTheSmallestChild(
            @ForAll @LongRange(min = 1, max = 900_000_000_000_000L) long lots,
            @ForAll @IntRange(min = 1, max = 400) int slices,
            @ForAll @LongRange(min = 1, max = 1_000_000) long minimum,
            @ForAll SlicingStrategy strategy) {
        Session session = new Session(OPEN, OPEN + slices * 60_000L, 60_000);
        Curve curve = StrategyCurve.of(strategy, CurveSettings.STANDARD, session, lots, minimum, true);
        long before = 0;
        long time = -1;
        for (int i = 0; i < curve.lots().length; i++) {
            assertTrue(curve.times()[i] > time && curve.times()[i] < curve.endNanos());
            assertTrue(
                    curve.lots()[i] - before >= minimum || curve.lots()[i] == lots, i + " of " + curve.lots().length);
            time = curve.times()[i];
            before = curve.lots()[i];
        }
        assertEquals(lots, before);
    }

    private static long nanos(int slice) {
        return DAY.startMillis(slice) * 1_000_000;
    }
}
