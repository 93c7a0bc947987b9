package dev.vesper.app.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who asks for a flow, and why. */
final class AskerOption {
    @Option(names = "--as", required = true, paramLabel = "NAME", description = "Who you are.")
    String by = "";

    @Option(names = "--memo", paramLabel = "TEXT", description = "One line for people.")
    @Nullable
    String memo;
}
