package dev.vesper.app.cli;

import dev.vesper.adapters.text.TextFile;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The files of one recorded day. */
final class RecordedDayOptions {
    @Option(names = "--trades", required = true, paramLabel = "FILE", description = "The market's trades of the day.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    Path trades;

    @Option(names = "--quotes", required = true, paramLabel = "FILE", description = "The market's quotes of the day.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    Path quotes;

    /** For example {@code ibm_20131007} where its trades are in {@code ibm_20131007_trades.csv.gz}. */
    String name() {
        String file = TextFile.nameOf(trades);
        int dot = file.indexOf('.');
        String stem = dot < 0 ? file : file.substring(0, dot);
        return stem.endsWith("_trades") ? stem.substring(0, stem.length() - "_trades".length()) : stem;
    }
}
