package dev.vesper.app.cli;

import dev.vesper.adapters.text.TextFile;
import dev.vesper.app.wiring.Wiring;
import dev.vesper.basics.Counted;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Visible;
import dev.vesper.desk.operations.RuleFiles;
import dev.vesper.desk.workbench.Drafts;
import dev.vesper.desk.workbench.editing.FileLook;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What a spreadsheet or a modeller made of a table, into a draft. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the rows of a spreadsheet (*.xlsx or CSV), or what a modeller saved (*.dmn), into a table",
            "of a draft, and says what changed. Exit code 2 names every cell that does not hold, and writes",
            "nothing."
        },
        footer = {"", "Example: ./vesper rules draft import D-1 position-weight.xlsx --into limits/position-weight.dmn"
        })
final class RuleDraftImportCommand implements Callable<Integer> {
    private static final int WRONG = 2;

    private final Wiring wiring;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DRAFT")
    private String draft = "";

    @Parameters(index = "1", paramLabel = "EDITED", description = "The spreadsheet, or the modeller's file.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path edited;

    @Option(
            names = "--into",
            required = true,
            paramLabel = "FILE",
            description = "The table that it is to be, such as limits/position-weight.dmn.")
    private String file = "";

    @Mixin
    private RuleDraftCommand.Note note = new RuleDraftCommand.Note();

    @Mixin
    private WhoOption who = new WhoOption();

    RuleDraftImportCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() {
        String name = TextFile.nameOf(edited);
        String base64 = Base64.getEncoder().encodeToString(bytes());
        return wiring.operations.access().ask(who.asking(wiring), operations -> {
            String seen = operations.ruleTables().show(file, draft).seen();
            FileLook look = operations.ruleFiles().look(file, draft, name, base64);
            return look.refused().isEmpty() ? write(operations.ruleFiles(), look, seen, base64) : refuse(look);
        });
    }

    private int write(RuleFiles files, FileLook look, String seen, String base64) {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (!look.kept().isEmpty()) {
            err.println("kept, which the modeller had dropped: " + Visible.line(String.join(", ", look.kept())));
        }
        if (!look.left().isEmpty()) {
            err.println("left out, which the modeller had changed: " + Visible.line(String.join("; ", look.left())));
        }
        if (look.changed() == 0) {
            out.println("nothing changed");
        } else {
            files.save(file, draft, seen, TextFile.nameOf(edited), base64, note.text);
            look.changes().forEach(change -> out.println(Visible.line(change)));
            out.println(Counted.of(look.changed(), "change") + ", written into " + draft);
        }
        look.tried().findings().forEach(finding -> err.println("  ! " + Visible.line(finding.sentence())));
        out.flush();
        err.flush();
        return 0;
    }

    private int refuse(FileLook look) {
        PrintWriter err = spec.commandLine().getErr();
        look.refused().forEach(fault -> err.println(Visible.line(fault.toString())));
        err.println(look.refused().size() + " cells or parts of " + TextFile.nameOf(edited)
                + " do not hold; nothing was written");
        err.flush();
        return WRONG;
    }

    /** One byte more than is taken at most, so that what is larger is refused and not cut. */
    private byte[] bytes() {
        try (InputStream in = Files.newInputStream(edited)) {
            return in.readNBytes(Drafts.LARGEST + 1);
        } catch (IOException failed) {
            throw Problem.usage("Expected to read " + edited + ", but " + failed.getMessage());
        }
    }
}
