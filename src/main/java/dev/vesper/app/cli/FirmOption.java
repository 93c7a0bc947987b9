package dev.vesper.app.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The firm folder, or the sample firm. */
final class FirmOption {
    @Option(
            names = "--firm",
            paramLabel = "DIR",
            description = "The firm folder; without it the sample firm under var/firm, made on first use.")
    @Nullable
    Path folder;
}
