package dev.vesper.app.cli;

import picocli.CommandLine.Option;

/** Why something is done about a run. */
final class ReasonOption {
    @Option(
            names = "--reason",
            paramLabel = "WHY",
            required = true,
            description = "Why, in a line; it stands in the audit under your name.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    String reason;
}
