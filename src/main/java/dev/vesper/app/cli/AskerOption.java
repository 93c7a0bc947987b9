package dev.vesper.app.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Who asks for a flow, and why. */
final class AskerOption {
    @Mixin
    WhoOption who = new WhoOption();

    @Option(names = "--memo", paramLabel = "TEXT", description = "One line for people.")
    @Nullable
    String memo;
}
