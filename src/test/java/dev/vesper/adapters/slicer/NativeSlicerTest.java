package dev.vesper.adapters.slicer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vesper.execution.JavaSlicer;
import dev.vesper.execution.SliceBatch;
import dev.vesper.execution.Slicer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.io.TempDir;

/** The native slicer and its Java twin give the same bits, and the same words where a number is out of range. */
class NativeSlicerTest {
    private static final Path NATIVE = Path.of(System.getProperty("vesper.native", "target/native"));
    private static final long[] EXTREMES = {
        0, 1, 2, 9_999, 10_000, 10_001, Integer.MAX_VALUE, Long.MAX_VALUE / 10_000, Long.MAX_VALUE - 1, Long.MAX_VALUE
    };

    @Property(tries = 2_000)
    void sameBitsOnEveryInput(@ForAll long seed) {
        Slicer nativeSlicer = built();
        Random random = new Random(seed);
        SliceBatch batch = batch(random, random.nextInt(64), false);
        assertArrayEquals(new JavaSlicer().due(batch), nativeSlicer.due(batch));
    }

    @Property(tries = 2_000)
    void sameAnswerWhereNumbersMayBeOutOfRange(@ForAll long seed) {
        Slicer nativeSlicer = built();
        SliceBatch batch = batch(new Random(seed), 3, true);
        assertEquals(answer(new JavaSlicer(), batch), answer(nativeSlicer, batch));
    }

    @Example
    void theLibraryServesWhereItIsThere() {
        built();
        Slicers.Choice choice = Slicers.load(NATIVE);
        assertTrue(choice.nativeServes(), choice.reason());
        assertEquals("native", choice.slicer().name());
    }

    @org.junit.jupiter.api.Test
    void theTwinServesWhereTheLibraryIsMissing(@TempDir Path empty) {
        Slicers.Choice choice = Slicers.load(empty);
        assertFalse(choice.nativeServes());
        assertEquals("java", choice.slicer().name());
        assertTrue(choice.reason().contains("maybe it was built without Rust"), choice.reason());
    }

    @org.junit.jupiter.api.Test
    void theTwinServesWhereTheLibraryIsBroken(@TempDir Path folder) throws Exception {
        Path library = Slicers.library(folder);
        Files.createDirectories(library.getParent());
        Files.writeString(library, "not a library");
        Slicers.Choice choice = Slicers.load(folder);
        assertFalse(choice.nativeServes());
        assertEquals("java", choice.slicer().name());
    }

    private static Slicer built() {
        Path library = Slicers.library(NATIVE);
        assumeTrue(Files.exists(library), "skipped: the native slicer was not built (no Rust): " + library);
        return NativeSlicer.open(library);
    }

    private static String answer(Slicer slicer, SliceBatch batch) {
        try {
            return java.util.Arrays.toString(slicer.due(batch));
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }

    private static SliceBatch batch(Random random, int orders, boolean wild) {
        int count = random.nextInt(5) == 0 ? SliceBatch.MAX_SLICES : 1 + random.nextInt(100);
        int index = wild && random.nextInt(10) == 0 ? random.nextInt() : random.nextInt(count);
        var batch = new SliceBatch(
                index,
                wild && random.nextInt(10) == 0 ? random.nextInt() : count,
                new int[orders],
                new long[orders],
                new long[orders],
                new long[orders],
                new int[orders],
                new long[orders]);
        for (int i = 0; i < orders; i++) {
            boolean astray = wild && random.nextInt(3) == 0;
            long total = number(random);
            batch.strategy()[i] = astray ? random.nextInt(4) - 1 : random.nextInt(2);
            batch.totalLots()[i] = astray ? random.nextLong() : total;
            batch.doneLots()[i] = astray ? random.nextLong() : total == 0 ? 0 : number(random) % total;
            batch.marketLots()[i] = astray ? random.nextLong() : random.nextInt(4) == 0 ? -1 : number(random);
            batch.rateBps()[i] = astray ? random.nextInt() : random.nextInt(10_001);
            batch.minimumLots()[i] = astray ? random.nextLong() : 1 + number(random) % 1_000_000;
        }
        return batch;
    }

    private static long number(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> EXTREMES[random.nextInt(EXTREMES.length)];
            case 1 -> random.nextLong() >>> 1;
            default -> random.nextInt(100_000);
        };
    }
}
