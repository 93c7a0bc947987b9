package dev.vesper.app.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The files of one past day, those that {@code execution costs} reads. */
final class PastDayOptions {
    @Option(names = "--orders", required = true, paramLabel = "FILE", description = "What was ordered.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    Path orders;

    @Option(names = "--fills", required = true, paramLabel = "FILE", description = "What was filled.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    Path fills;

    @Option(names = "--trades", required = true, paramLabel = "FILE", description = "The market's trades of the day.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    Path trades;

    @Option(names = "--quotes", required = true, paramLabel = "FILE", description = "The market's quotes of the day.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    Path quotes;
}
