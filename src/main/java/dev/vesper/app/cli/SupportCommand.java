package dev.vesper.app.cli;

import dev.vesper.app.wiring.Wiring;
import dev.vesper.desk.operations.ReportFile;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What whoever helps needs to see. */
@Command(
        name = "support",
        mixinStandardHelpOptions = true,
        description = "Makes a bundle for whoever helps, without secrets.",
        footer = {"", "Example: ./vesper support bundle --out vesper-support.zip"})
final class SupportCommand {
    private final Wiring wiring;

    SupportCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Command(
            name = "bundle",
            mixinStandardHelpOptions = true,
            description = "Versions, settings with secrets masked, health, metrics, the last lines of the log, runs,"
                    + " incidents, process files and the head of the audit, in one zip. Of the Vesper that is up, where"
                    + " one is.")
    int bundle(
            @Option(names = "--out", paramLabel = "FILE", required = true, description = "Where the zip goes.")
                    Path out,
            @Mixin WhoOption who) {
        ReportFile made = wiring.operations
                .access()
                .ask(
                        who.askingOrReader(wiring),
                        operations -> operations.repair().bundle());
        OutFile.write(out, wiring.settings.state(), made.content());
        wiring.console.say("Wrote " + out + " (" + made.content().length / 1024 + " KB), without secrets");
        return 0;
    }
}
