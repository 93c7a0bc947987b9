package dev.vesper.execution.schedule;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.market.TapeTrade;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final Window THREE = new Window(0, 3_000, 3);

    @Test
    void tenLotsInThreeSlices() {
        assertArrayEquals(new long[] {3, 4, 3}, Schedule.even(THREE, 10).lots());
    }

    @Test
    void asTheVolumeFalls() {
        assertArrayEquals(
                new long[] {5, 0, 5},
                Schedule.asVolume(THREE, 10, new long[] {7, 0, 7}).lots());
    }

    @Test
    void aShareOfTheVolumeFromTheFirstSliceOn() {
        Schedule schedule = Schedule.ofVolume(THREE, 100, share("0.1", 1, 300, 55, 400));
        assertArrayEquals(new long[] {30, 5, 40}, schedule.lots());
        assertEquals(25, schedule.left());
        assertEquals(75, schedule.planned());
    }

    /** Half a lot of the first slice is made up for in the second. */
    @Test
    void whatIsLessThanALotWaits() {
        assertArrayEquals(
                new long[] {1, 2, 1},
                Schedule.ofVolume(THREE, 100, share("0.1", 100, 1_500, 1_500, 1_500))
                        .lots());
    }

    @Test
    void whatHasNoRoomWaitsForTheNextSlice() {
        Schedule schedule = Schedule.even(THREE, 30).within(share("0.5", 1, 8, 100, 0));
        assertArrayEquals(new long[] {4, 16, 10}, schedule.lots());
        assertEquals(0, schedule.left());
    }

    @Test
    void asRealNumbersAreLeft() {
        assertArrayEquals(
                new long[] {5, 3, 2},
                Schedule.asHoldings(THREE, 10, new double[] {10, 5.4, 2.4, 0}).lots());
    }

    @Property(tries = 500)
    void partsSumToTheOrderAndKeepWithinTheShare(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int slices = random.nextInt(1, 40);
        Window window = new Window(34_200_000, 57_600_000, slices);
        long lots = random.nextLong(1, random.nextBoolean() ? 20 : 1_000_000_000_000L);
        long[] volume = LongStream.generate(() -> random.nextInt(3) == 0 ? 0 : random.nextLong(1, 5_000_000))
                .limit(slices)
                .toArray();
        volume[random.nextInt(slices)] = 1;
        Participation share = new Participation(
                new BigDecimal(random.nextInt(1, 101)).movePointLeft(2),
                BigDecimal.valueOf(random.nextInt(1, 200)),
                volume);
        double[] left = new AlmgrenChriss(lots, 1, slices, 1, 1e-6, 0, 0, random.nextDouble() * 1e-6).holdings();
        for (Schedule free : List.of(
                Schedule.even(window, lots),
                Schedule.asVolume(window, lots, volume),
                Schedule.asHoldings(window, lots, left))) {
            assertEquals(lots, free.planned());
            assertEquals(0, free.left());
            keepsWithin(share, lots, free.within(share));
        }
        keepsWithin(share, lots, Schedule.ofVolume(window, lots, share));
    }

    private static void keepsWithin(Participation share, long lots, Schedule schedule) {
        assertEquals(lots, schedule.planned() + schedule.left());
        long done = 0;
        BigDecimal traded = BigDecimal.ZERO;
        for (int i = 0; i < schedule.lots().length; i++) {
            assertTrue(schedule.lots()[i] >= 0);
            done += schedule.lots()[i];
            traded = traded.add(BigDecimal.valueOf(share.volume()[i]));
            assertTrue(
                    share.lotSize()
                                    .multiply(BigDecimal.valueOf(done))
                                    .compareTo(share.rate().multiply(traded))
                            <= 0,
                    "more than the share of the volume");
        }
    }

    @Property(tries = 300)
    void noSumIsALotAwayFromItsWeights(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long[] weights = random.longs(random.nextInt(1, 30), 0, 1_000).toArray();
        weights[0]++;
        long lots = random.nextLong(0, 10_000);
        long[] parts = Spread.by(lots, weights);
        double whole = Arrays.stream(weights).sum();
        double sum = 0;
        long done = 0;
        for (int i = 0; i < parts.length; i++) {
            sum += weights[i];
            done += parts[i];
            assertEquals(lots * sum / whole, done, 0.5 + 1e-9);
        }
    }

    @Test
    void aShareIsAboveNoneAndAtMostAll() {
        assertThrows(IllegalArgumentException.class, () -> share("0", 1, 1));
        assertThrows(IllegalArgumentException.class, () -> share("1.01", 1, 1));
        assertEquals(7, share("1", 1, 7).most()[0]);
    }

    @Test
    void nothingIsSpreadByNoWeight() {
        assertThrows(IllegalArgumentException.class, () -> Schedule.asVolume(THREE, 10, new long[3]));
    }

    @Test
    void aMomentBelongsToTheSliceThatBeginsAtIt() {
        Window window = new Window(100, 110, 3);
        assertArrayEquals(
                new int[] {-1, 0, 0, 0, 1, 1, 1, 2, 2, 2, 2, -1},
                LongStream.rangeClosed(99, 110).mapToInt(window::slice).toArray());
        for (int slice = 0; slice < 3; slice++) {
            assertEquals(slice, window.slice(window.startMillis(slice)));
            assertEquals(slice, window.slice(window.endMillis(slice) - 1));
        }
    }

    @Test
    void aWindowEndsAfterItStarts() {
        assertThrows(IllegalArgumentException.class, () -> new Window(5, 5, 1));
        assertThrows(IllegalArgumentException.class, () -> new Window(-1, 5, 1));
        assertThrows(IllegalArgumentException.class, () -> new Window(0, 5, 0));
        assertThrows(IllegalArgumentException.class, () -> new Window(0, 5, 6));
    }

    @Test
    void tradesFallIntoTheirSlices() {
        VolumeCurve curve = new VolumeCurve.Traded(
                List.of(trade(0, 5), trade(999, 6), trade(1_000, 7), trade(2_999, 8), trade(3_000, 9)));
        assertArrayEquals(new long[] {11, 7, 8}, curve.in(THREE));
    }

    @Test
    void aProfileIsTradedEvenly() {
        VolumeCurve curve = new VolumeCurve.Profiled(
                List.of(new VolumeCurve.Stretch(1_500, 4_500, 300), new VolumeCurve.Stretch(-1_500, 1_500, 31)));
        assertArrayEquals(new long[] {10, 56, 100}, curve.in(THREE));
    }

    private static TapeTrade trade(long millis, long quantity) {
        return new TapeTrade(millis, BigDecimal.ONE, quantity);
    }

    private static Participation share(String rate, int lot, long... volume) {
        return new Participation(new BigDecimal(rate), BigDecimal.valueOf(lot), volume);
    }
}
