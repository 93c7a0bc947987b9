package dev.vesper.app.cli;

import dev.vesper.app.terminal.Table;
import dev.vesper.app.wiring.Wiring;
import dev.vesper.basics.Counted;
import dev.vesper.basics.NearestName;
import dev.vesper.basics.Problem;
import dev.vesper.desk.operations.Reader;
import dev.vesper.desk.workbench.editing.CaseResult;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The cases of the rules that judge, or of a draft. */
@Command(
        name = "cases",
        mixinStandardHelpOptions = true,
        description = {
            "What the rules that judge, or a draft, say of their cases: expected, got, and the row that",
            "decided; exit code 3 where one fails. rules test does the same for the folder on disk."
        },
        footer = {"", "Example: ./vesper rules cases position-weight --draft D-1"})
final class RuleCasesCommand implements Callable<Integer> {
    private static final int FAILED = 3;

    private final Wiring wiring;

    RuleCasesCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "RULE", description = "Its name; all rules without it.")
    private @Nullable String rule;

    @Option(
            names = "--draft",
            paramLabel = "DRAFT",
            defaultValue = "",
            description = "The id of a draft; without it what judges.")
    private String draft = "";

    @Option(names = "--failing", description = "Only those that fail.")
    private boolean failing;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private FormatOption format;

    @Override
    public Integer call() {
        List<CaseResult> all = wiring.operations
                .access()
                .ask(new Reader(), operations -> operations.ruleCases().all(draft));
        List<CaseResult> cases = all.stream()
                .filter(one -> rule == null || one.rule().equals(rule))
                .toList();
        if (rule != null && cases.isEmpty()) {
            List<String> names = all.stream().map(CaseResult::rule).distinct().toList();
            throw Problem.usage("Expected a rule with cases, but \"" + Problem.shortened(rule) + "\" is none"
                    + NearestName.hint(rule, names));
        }
        Table table = new Table("result", "rule", "case", "expected", "got", "row", "where");
        cases.stream()
                .filter(one -> !failing || !one.passed())
                .forEach(one -> table.row(
                        one.passed() ? "pass" : "FAIL",
                        one.rule(),
                        one.name(),
                        one.expected(),
                        one.got(),
                        one.row() == 0 ? "" : one.row(),
                        one.file() + ":" + one.line()));
        format.write(table, spec.commandLine().getOut());
        long failed = cases.stream().filter(one -> !one.passed()).count();
        spec.commandLine().getErr().println(Counted.of(cases.size(), "case") + ", " + failed + " failed");
        spec.commandLine().getErr().flush();
        return failed == 0 ? 0 : FAILED;
    }
}
