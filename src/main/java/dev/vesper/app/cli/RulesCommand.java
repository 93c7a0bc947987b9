package dev.vesper.app.cli;

import dev.vesper.adapters.rules.DroolsRuleBook;
import dev.vesper.adapters.rules.RuleInfo;
import dev.vesper.adapters.rules.RuleTrust;
import dev.vesper.adapters.rules.ScenarioResult;
import dev.vesper.adapters.rules.Scenarios;
import dev.vesper.adapters.text.TextFile;
import dev.vesper.app.terminal.Table;
import dev.vesper.app.wiring.Wiring;
import dev.vesper.desk.operations.SignedRule;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The firm's limits and compliance rules. */
@Command(
        name = "rules",
        mixinStandardHelpOptions = true,
        description = "Lists the rules, runs their scenarios, signs what is code.",
        footer = {"", "Example: ./vesper rules test"})
final class RulesCommand {
    private final Wiring wiring;

    RulesCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    private static final int REFUSED = 3;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

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
