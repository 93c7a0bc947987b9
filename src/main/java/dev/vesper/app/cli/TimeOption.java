package dev.vesper.app.cli;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** As it was when. */
final class TimeOption {
    @Option(names = "--as-of", paramLabel = "YYYY-MM-DD", description = "Only what is effective on this day or before.")
    @Nullable
    LocalDate asOf;

    @Option(
            names = "--known-at",
            paramLabel = "INSTANT",
            description = "Only what was booked by then, for example 2018-04-11T17:30:00Z.")
    @Nullable
    Instant knownAt;
}
