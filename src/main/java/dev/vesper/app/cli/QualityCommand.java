package dev.vesper.app.cli;

import dev.vesper.app.terminal.Table;
import dev.vesper.app.wiring.Wiring;
import dev.vesper.desk.checkdata.ProductQuality;
import dev.vesper.desk.checkdata.RuleQuality;
import dev.vesper.desk.checkdata.RunQuality;
import dev.vesper.desk.operations.Reader;
import java.util.List;
import java.util.OptionalLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How good the data was when it came. */
@Command(
        name = "quality",
        mixinStandardHelpOptions = true,
        description = "How good the data was when it came, as each run recorded it.",
        footer = {
            "",
            "Examples:",
            "  ./vesper quality show",
            "  ./vesper quality rules --runs 30 --format csv",
            "src/docs/data-quality.md tells more."
        })
final class QualityCommand {
    private final Wiring wiring;

    QualityCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description =
                    "Each data product of the newest runs: rows read, passed and set aside, and how old the newest is.")
    int show(
            @Option(names = "--runs", defaultValue = "10", description = "How many runs are looked at (default 10).")
                    int runs,
            @Mixin FormatOption format) {
        Table table = new Table("run", "product", "rows", "passed", "set aside", "newest", "age days", "broken rules");
        for (RunQuality run : newest(runs)) {
            for (ProductQuality product : run.products()) {
                OptionalLong age = run.ageDays(product);
                table.row(
                        run.run(),
                        product.product(),
                        product.rows(),
                        product.passed(),
                        product.setAside(),
                        product.lastDate() == null ? "" : product.lastDate(),
                        age.isPresent() ? age.getAsLong() : "",
                        product.rules().stream().filter(RuleQuality::breached).count());
            }
        }
        format.write(table, spec.commandLine().getOut());
        return 0;
    }

    @Command(
            name = "rules",
            mixinStandardHelpOptions = true,
            description =
                    "What each rule found in the newest runs; rules that found nothing are left out unless --all.")
    int rules(
            @Option(names = "--runs", defaultValue = "10", description = "How many runs are looked at (default 10).")
                    int runs,
            @Option(names = "--all", description = "Also the rules that found nothing.") boolean all,
            @Mixin FormatOption format) {
        Table table = new Table("run", "product", "rule", "severity", "rows", "set aside", "broken");
        for (RunQuality run : newest(runs)) {
            for (ProductQuality product : run.products()) {
                for (RuleQuality rule : product.rules()) {
                    if (all || rule.breached() || (rule.setsAside() && rule.rows() > 0)) {
                        table.row(
                                run.run(),
                                product.product(),
                                rule.rule(),
                                rule.severity().word(),
                                rule.rows(),
                                rule.setsAside() ? "yes" : "no",
                                rule.breached() ? "yes" : "no");
                    }
                }
            }
        }
        format.write(table, spec.commandLine().getOut());
        return 0;
    }

    private List<RunQuality> newest(int runs) {
        return wiring.operations
                .access()
                .ask(new Reader(), operations -> operations.quality().newest(runs));
    }
}
