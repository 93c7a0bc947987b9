package dev.vesper.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.orders.SlicingStrategy;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** The promises of the schedule, whatever the venue fills. */
class ScheduleTest {
    private final Slicer slicer = new JavaSlicer();

    @Test
    void theNumbersOfTheStrategiesAreThoseThatTheNativeSlicerKnows() {
        assertEquals(0, SliceBatch.codeOf(SlicingStrategy.TWAP));
        assertEquals(1, SliceBatch.codeOf(SlicingStrategy.POV));
    }

    @Property
    void childrenOfAFullyFilledTwapSumToTheParent(
            @ForAll @LongRange(min = 0, max = Long.MAX_VALUE) long total,
            @ForAll @IntRange(min = 1, max = 100) int slices,
            @ForAll @LongRange(min = 1, max = 1_000_000) long minimum) {
        long done = 0;
        for (int slice = 0; slice < slices; slice++) {
            done += due(SliceBatch.TWAP, slice, slices, total, done, SliceBatch.UNKNOWN, 0, minimum);
        }
        assertEquals(total, done);
    }

    @Property
    void neverMoreThanTheParentNorThanTheShareOfVolumeWhateverIsFilled(
            @ForAll @IntRange(min = 0, max = 1) int strategy,
            @ForAll @LongRange(min = 0, max = 1_000_000_000) long total,
            @ForAll @IntRange(min = 1, max = 60) int slices,
            @ForAll @IntRange(min = 0, max = 10_000) int rateBps,
            @ForAll @LongRange(min = 1, max = 10_000) long minimum,
            @ForAll long seed) {
        Random random = new Random(seed);
        long done = 0;
        long market = 0;
        for (int slice = 0; slice < slices; slice++) {
            market += random.nextInt(1_000_000);
            long due = due(strategy, slice, slices, total, done, market, rateBps, minimum);
            assertTrue(due >= 0);
            assertTrue(done + due <= total);
            assertTrue(due == 0 || (double) (done + due) <= (double) market * rateBps / 10_000 + 1e-6);
            assertTrue(due == 0 || slice == slices - 1 || due >= Math.min(minimum, total - done));
            done += due == 0 ? 0 : random.nextLong(due + 1); // the venues fill what they like
        }
    }

    @Test
    void twapIsEven() {
        long done = 0;
        for (int slice = 0; slice < 13; slice++) {
            long due = due(SliceBatch.TWAP, slice, 13, 1_300, done, SliceBatch.UNKNOWN, 0, 1);
            assertEquals(100, due);
            done += due;
        }
    }

    @Test
    void whatWasNotFilledRollsIntoTheNextSlice() {
        assertEquals(50, due(SliceBatch.TWAP, 1, 4, 200, 50, SliceBatch.UNKNOWN, 0, 1));
        assertEquals(100, due(SliceBatch.TWAP, 1, 4, 200, 0, SliceBatch.UNKNOWN, 0, 1));
    }

    @Test
    void anOrderTooSmallForEverySliceIsSpreadOverFewer() {
        long done = 0;
        int children = 0;
        for (int slice = 0; slice < 13; slice++) {
            long due = due(SliceBatch.TWAP, slice, 13, 35, done, SliceBatch.UNKNOWN, 0, 10);
            children += due > 0 ? 1 : 0;
            done += due;
        }
        assertEquals(35, done);
        assertEquals(3, children);
    }

    private long due(
            int strategy, int slice, int slices, long total, long done, long market, int rateBps, long minimum) {
        return slicer.due(new SliceBatch(
                slice,
                slices,
                new int[] {strategy},
                new long[] {total},
                new long[] {done},
                new long[] {market},
                new int[] {rateBps},
                new long[] {minimum}))[0];
    }
}
