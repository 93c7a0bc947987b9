package dev.vesper.app.cli;

import dev.vesper.app.wiring.Wiring;
import dev.vesper.basics.Problem;
import dev.vesper.desk.operations.Reader;
import dev.vesper.desk.operations.ReportFile;
import dev.vesper.desk.workbench.sheet.SheetFormat;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A table of a draft as a file. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes a table of a draft as a spreadsheet, or as DMN 1.3 for a modeller; what comes back by",
            "./vesper rules draft import is the same table."
        },
        footer = {"", "Example: ./vesper rules draft export D-1 limits/position-weight.dmn --out position-weight.xlsx"})
final class RuleDraftExportCommand implements Callable<Integer> {
    private final Wiring wiring;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DRAFT")
    private String draft = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "Below rules/, such as limits/position-weight.dmn.")
    private String file = "";

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "Where to: what ends in .xlsx, .csv or .dmn.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path out;

    RuleDraftExportCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() {
        SheetFormat format = SheetFormat.ofFile(out.toString())
                .orElseThrow(() -> Problem.usage("Expected a file that ends in .xlsx, .csv or .dmn, but got " + out));
        ReportFile table = wiring.operations
                .access()
                .ask(new Reader(), operations -> operations.ruleFiles().show(file, draft, format.word()));
        OutFile.write(out, wiring.settings.state(), table.content());
        spec.commandLine().getErr().println(file + " of " + draft + " written to " + out);
        spec.commandLine().getErr().flush();
        return 0;
    }
}
