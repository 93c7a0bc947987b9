package dev.vesper.adapters.slicer;

import dev.vesper.execution.JavaSlicer;
import dev.vesper.execution.SliceBatch;
import dev.vesper.execution.Slicer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** Picks the slicer that serves: the native one where it is there and proves itself, its Java twin otherwise. */
public final class Slicers {
    private Slicers() {}

    /**
     * Who serves, and why.
     *
     * @param slicer the one to use
     * @param nativeServes whether it is the native one
     * @param reason a sentence for the console: where the native one came from, or why the twin serves
     */
    public record Choice(Slicer slicer, boolean nativeServes, String reason) {}

    /**
     * Loads and tries the native slicer.
     *
     * @param nativeDir the folder the build copies the library to, with one folder for each platform below it
     */
    public static Choice load(Path nativeDir) {
        Path library = library(nativeDir);
        if (!Files.isRegularFile(library)) {
            return twin("Expected the native slicer at " + library + ", but it is not there; maybe it was built without"
                    + " Rust");
        }
        try {
            NativeSlicer slicer = NativeSlicer.open(library);
            if (slicer.abiVersion() != NativeSlicer.ABI_VERSION) {
                return twin("Expected version " + NativeSlicer.ABI_VERSION + " of the native slicer, but " + library
                        + " is version " + slicer.abiVersion() + "; maybe it is stale, build again");
            }
            if (!slicer.selfTest()) {
                return twin("Expected the native slicer to pass its self-test, but " + slicer.lastError());
            }
            if (!agrees(slicer)) {
                return twin("Expected the native slicer to give the lots of its Java twin, but " + library
                        + " does not; maybe it is stale, build again");
            }
            return new Choice(slicer, true, "native slicer " + library);
        } catch (RuntimeException | LinkageError e) {
            return twin("Expected to load the native slicer " + library + ", but " + e.getMessage());
        }
    }

    /** Where the library is expected for this machine, for example {@code native/linux-x86-64/libslicer.so}. */
    static Path library(Path nativeDir) {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        boolean arm = machine.equals("aarch64") || machine.equals("arm64");
        if (system.contains("win")) {
            return nativeDir.resolve(arm ? "win32-aarch64" : "win32-x86-64").resolve("slicer.dll");
        }
        if (system.contains("mac")) {
            return nativeDir.resolve(arm ? "darwin-aarch64" : "darwin-x86-64").resolve("libslicer.dylib");
        }
        return nativeDir.resolve(arm ? "linux-aarch64" : "linux-x86-64").resolve("libslicer.so");
    }

    /** Both twins on a few hundred orders of every kind: a stale or miscompiled library shows itself here. */
    private static boolean agrees(Slicer slicer) {
        JavaSlicer twin = new JavaSlicer();
        for (int slice = 0; slice < 13; slice++) {
            SliceBatch batch = sample(slice);
            if (!Arrays.equals(twin.due(batch), slicer.due(batch))) {
                return false;
            }
        }
        return true;
    }

    private static SliceBatch sample(int slice) {
        int orders = 32;
        var batch = new SliceBatch(
                slice,
                13,
                new int[orders],
                new long[orders],
                new long[orders],
                new long[orders],
                new int[orders],
                new long[orders]);
        for (int i = 0; i < orders; i++) {
            batch.strategy()[i] = i % 2;
            batch.totalLots()[i] = i == 31 ? Long.MAX_VALUE : 37L * i * i;
            batch.doneLots()[i] = batch.totalLots()[i] / (20 - slice);
            batch.marketLots()[i] = i % 5 == 0 ? SliceBatch.UNKNOWN : 997L * slice * i;
            batch.rateBps()[i] = 250 * i;
            batch.minimumLots()[i] = 1L + i % 7;
        }
        return batch;
    }

    private static Choice twin(String reason) {
        return new Choice(new JavaSlicer(), false, reason);
    }
}
