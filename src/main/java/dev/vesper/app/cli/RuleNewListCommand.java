package dev.vesper.app.cli;

import dev.vesper.app.wiring.Wiring;
import dev.vesper.desk.workbench.editing.ListSheet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Begins a list of names in a draft. */
@Command(
        name = "new-list",
        mixinStandardHelpOptions = true,
        description = "Begins a list of names in a draft; add-entry puts names on it.",
        footer = {"", "Example: ./vesper rules draft new-list D-1 esg-exclusions --of issuer"})
final class RuleNewListCommand implements Callable<Integer> {
    private final Wiring wiring;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DRAFT")
    private String draft = "";

    @Parameters(index = "1", paramLabel = "LIST", description = "What it is called.")
    private String list = "";

    @Option(
            names = "--of",
            required = true,
            paramLabel = "KIND",
            description = "What its entries are: instrument, issuer, country or sector.")
    private String of = "";

    @Mixin
    private RuleDraftCommand.Note note = new RuleDraftCommand.Note();

    @Mixin
    private WhoOption who = new WhoOption();

    RuleNewListCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() {
        ListSheet begun = wiring.operations
                .access()
                .ask(who.asking(wiring), operations -> operations.ruleLists().begin(list, of, draft, note.text));
        spec.commandLine().getOut().println(begun.line().file() + " is begun in " + begun.draft());
        spec.commandLine().getOut().flush();
        return 0;
    }
}
