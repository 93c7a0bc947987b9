package dev.vesper.app.cli;

import dev.vesper.adapters.firm.TapeFile;
import dev.vesper.adapters.firm.VolumeProfileFile;
import dev.vesper.basics.Problem;
import dev.vesper.execution.schedule.VolumeCurve;
import dev.vesper.execution.schedule.Window;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** From where it is known how much the market trades when. */
final class VolumeOptions {
    @Option(names = "--profile", paramLabel = "FILE", description = "The market's volume as time,volume.")
    private @Nullable Path profile;

    @Option(names = "--trades", paramLabel = "FILE", description = "The market's volume as a day's trades.")
    private @Nullable Path trades;

    /** Units that the market trades in each slice, some in all. */
    long[] in(Window window) {
        long[] volume = curve().in(window);
        if (Arrays.stream(volume).allMatch(units -> units == 0)) {
            throw Problem.usage(
                    "Expected a market that trades in the window, but nothing is traded from --start to --end");
        }
        return volume;
    }

    private VolumeCurve curve() {
        if (profile != null && trades == null) {
            return VolumeProfileFile.read(profile);
        }
        if (trades != null && profile == null) {
            return new VolumeCurve.Traded(new TapeFile().read(trades));
        }
        throw Problem.usage("Expected either --profile or --trades, from which the market's volume is known");
    }
}
