package dev.vesper.app.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which book. */
final class BookOption {
    @Mixin
    FirmOption firm = new FirmOption();

    @Option(
            names = "--rehearsal",
            description = "The book of the rehearsals; without it the real one, if there is one.")
    boolean rehearsal;
}
