package dev.vesper.app.cli;

import dev.vesper.adapters.rules.CheckedFile;
import dev.vesper.adapters.rules.DroolsRuleBook;
import dev.vesper.adapters.rules.RuleInfo;
import dev.vesper.adapters.rules.RuleTrust;
import dev.vesper.adapters.rules.ScenarioResult;
import dev.vesper.adapters.rules.Scenarios;
import dev.vesper.adapters.rules.model.DecisionModel;
import dev.vesper.adapters.text.TextFile;
import dev.vesper.app.terminal.Table;
import dev.vesper.app.wiring.Wiring;
import dev.vesper.desk.operations.SignedRule;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The firm's limits and compliance rules. */
@Command(
        name = "rules",
        mixinStandardHelpOptions = true,
        description =
                "Lists the rules, runs their scenarios, checks, evaluates and replays tables, signs what is code.",
        footer = {"", "Example: ./vesper rules test"})
final class RulesCommand {
    private final Wiring wiring;

    RulesCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    private static final int REFUSED = 3;

    private CommandSpec spec = CommandSpec.create();

    /** Takes the command as picocli made it, and gives it the verb that is a class of its own. */
    @Spec
    void verbs(CommandSpec made) {
        this.spec = made;
        made.addSubcommand(null, new CommandLine(new ReplayCommand(wiring)));
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Every rule with its version and file.")
    int list(@Mixin FormatOption format) {
        Table table = new Table("rule", "kind", "version", "file", "rows", "description");
        for (RuleInfo rule : rules().rules()) {
            table.row(
                    rule.rule().name(),
                    rule.kind().word(),
                    rule.rule().version(),
                    rule.file(),
                    rule.rows().size(),
                    rule.description());
        }
        format.write(table, spec.commandLine().getOut());
        return 0;
    }

    @Command(
            name = "test",
            mixinStandardHelpOptions = true,
            description = "Runs every row of the scenario tables beside the rules; exit code 3 where one fails.")
    int test(@Mixin FormatOption format) {
        List<ScenarioResult> results = Scenarios.run(folder(), rules());
        Table table = new Table("result", "rule", "scenario", "expected", "got", "where");
        for (ScenarioResult result : results) {
            table.row(
                    result.passed() ? "pass" : "FAIL",
                    result.rule(),
                    result.name(),
                    result.expected(),
                    result.got(),
                    result.file() + ":" + result.line());
        }
        format.write(table, spec.commandLine().getOut());
        long failed = results.stream().filter(r -> !r.passed()).count();
        spec.commandLine().getErr().println(results.size() + " scenarios, " + failed + " failed");
        spec.commandLine().getErr().flush();
        return failed == 0 ? 0 : REFUSED;
    }

    @Command(
            name = "validate",
            mixinStandardHelpOptions = true,
            description = {
                "Says whether a table or model could be used, and all that was found in it, by file, line",
                "and cell: errors (exit code 2), warnings such as inputs that no row fits, with an example,",
                "and hints such as what could not be compared. Tables are decision tables for rules/limits",
                "and rules/approvals; whatever else DMN can say is a model."
            },
            footer = {"", "Example: ./vesper rules validate rules/limits/position-weight.dmn"})
    int validate(
            @Parameters(paramLabel = "FILE", description = "The *.dmn file.") Path file, @Mixin FormatOption format) {
        CheckedFile checked = CheckedFile.of(file);
        String name = TextFile.nameOf(file);
        if (format.format != Table.Format.TABLE || !checked.findings().isEmpty()) {
            format.write(
                    RuleFindings.table(checked.findings()), spec.commandLine().getOut());
        }
        RuleFindings.refuse(name, checked.findings());
        PrintWriter out = spec.commandLine().getErr();
        if (format.format == Table.Format.TABLE) {
            out = spec.commandLine().getOut();
        }
        out.println(name + " holds: it is " + checked.what() + "; " + String.join(", ", checked.decisions()));
        out.flush();
        return 0;
    }

    @Command(
            name = "evaluate",
            mixinStandardHelpOptions = true,
            description = {
                "Evaluates every decision of a DMN model (tables, business knowledge models, contexts;",
                "FEEL only), and answers JSON: an object decisions from name to value, and messages."
            },
            footer = {"", "Example: ./vesper rules evaluate lending.dmn --input applicant.json"})
    int evaluate(
            @Parameters(paramLabel = "FILE", description = "The *.dmn file.") Path file,
            @Option(
                            names = "--input",
                            paramLabel = "FILE",
                            description =
                                    "A JSON object from the name of an input to its value; without it all are null.")
                    @Nullable
                    Path input,
            @Option(
                            names = "--within",
                            paramLabel = "SECONDS",
                            defaultValue = "60",
                            description = "Ends it after that time: a loop in FEEL may have no end (60).")
                    int seconds) {
        DecisionModel model = DecisionModel.read(file);
        String given = input == null
                ? "{}"
                : TextFile.text(TextFile.bytes(input, TextFile.nameOf(input)), TextFile.nameOf(input));
        String answer = BoundedWork.within(Duration.ofSeconds(seconds), "the model", () -> model.decide(given))
                .toPrettyString();
        spec.commandLine().getOut().println(answer);
        spec.commandLine().getOut().flush();
        return 0;
    }

    @Command(
            name = "trust",
            mixinStandardHelpOptions = true,
            description = {
                "Signs a compliance rule for this state folder: an engineer has read it.",
                "DRL is code and can do whatever Vesper can; a file that is changed must be",
                "signed again. Tables (*.dmn) run no code and need no trust. A rule checker signs,",
                "who has signed in (./vesper login) or holds VESPER_TOKEN."
            },
            footer = {"", "Example: ./vesper rules trust rules/compliance/wash-sale.drl"})
    int trust(@Parameters(paramLabel = "FILE", description = "The *.drl file.") Path file) {
        String version = RuleTrust.version(file);
        SignedRule signed = wiring.operations
                .access()
                .ask(
                        new WhoOption().asking(wiring),
                        operations -> operations.rules().sign(TextFile.nameOf(file), version));
        String line =
                RuleTrust.trust(wiring.settings.state(), signed.file(), signed.sha256(), signed.by(), signed.at());
        spec.commandLine().getOut().println("trusted: " + line);
        spec.commandLine().getOut().flush();
        return 0;
    }

    private DroolsRuleBook rules() {
        return new DroolsRuleBook(folder(), RuleTrust.of(wiring.settings.state()));
    }

    private Path folder() {
        return wiring.settings.root().resolve("rules");
    }
}
