package dev.vesper.app.cli;

import dev.vesper.app.wiring.Wiring;
import dev.vesper.desk.workbench.editing.RuleTable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Begins a table in a draft. */
@Command(
        name = "new-table",
        mixinStandardHelpOptions = true,
        description = {
            "Begins a table in a draft, with its diagram and its sheet of cases. Its one row takes everything",
            "and limits nothing, until somebody writes into it."
        },
        footer = {
            "",
            "Examples:",
            "  ./vesper rules draft new-table D-1 \"Issuer weight\" issuer-limit --input Issuer --input Strategy",
            "  ./vesper rules draft new-table D-1 Compliance sanctions --input Side --input Country"
        })
final class RuleNewTableCommand implements Callable<Integer> {
    private final Wiring wiring;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DRAFT")
    private String draft = "";

    @Parameters(
            index = "1",
            paramLabel = "WHAT",
            description = "What is limited, such as \"Issuer weight\", or Compliance.")
    private String decision = "";

    @Parameters(index = "2", paramLabel = "NAME", description = "What the rule is called, such as issuer-limit.")
    private String name = "";

    @Option(
            names = "--input",
            required = true,
            paramLabel = "INPUT",
            description = "What it asks for, such as Issuer; more than once for more.")
    private List<String> inputs = new ArrayList<>();

    @Mixin
    private RuleDraftCommand.Note note = new RuleDraftCommand.Note();

    @Mixin
    private WhoOption who = new WhoOption();

    RuleNewTableCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() {
        RuleTable begun = wiring.operations
                .access()
                .ask(
                        who.asking(wiring),
                        operations -> operations.ruleTables().begin(decision, name, inputs, draft, note.text));
        spec.commandLine().getOut().println(begun.line().file() + " is begun in " + begun.draft());
        spec.commandLine().getOut().flush();
        return 0;
    }
}
