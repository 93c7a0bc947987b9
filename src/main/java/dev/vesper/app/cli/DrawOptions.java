package dev.vesper.app.cli;

import dev.vesper.basics.Problem;
import dev.vesper.execution.engine.Drawn;
import dev.vesper.execution.engine.EngineFormat;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How far sizes and times of children are drawn. */
final class DrawOptions {
    /** Makes seeds of neighbouring orders differ in all of their bits. */
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    @Option(
            names = "--randomise-sizes",
            paramLabel = "BPS",
            defaultValue = "0",
            description = "Slices and children are drawn by up to so many basis points of themselves; 0 by default.")
    private int sizes;

    @Option(
            names = "--randomise-times",
            paramLabel = "BPS",
            defaultValue = "0",
            description = "Slices begin sooner or later by up to so many basis points of their length; 0 by default.")
    private int times;

    /**
     * What an order draws, if anything.
     *
     * @param place of the order among those of its file
     * @param leastDisplay units or lots, 0 where what is shown is not drawn
     */
    Optional<Drawn> of(long seed, int place, long leastDisplay) {
        within("--randomise-sizes", sizes);
        within("--randomise-times", times);
        return sizes == 0 && times == 0 && leastDisplay == 0
                ? Optional.empty()
                : Optional.of(new Drawn(seed + GOLDEN * (place + 1L), sizes, times, leastDisplay));
    }

    private static void within(String option, int bps) {
        if (bps < 0 || bps > EngineFormat.MOST_DRAWN) {
            throw Problem.usage("Expected " + option + " from 0 to " + EngineFormat.MOST_DRAWN + ", but got " + bps);
        }
    }
}
