package dev.vesper.app.cli;

import dev.vesper.app.terminal.Table;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.execution.RunOdds;
import dev.vesper.desk.run.RunStore;
import dev.vesper.execution.routing.VenueOdds;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** By which odds a run divided its orders among venues. */
@Command(
        name = "odds",
        mixinStandardHelpOptions = true,
        description = "Shows how much each venue was thought to fill when a run divided its orders.",
        footer = {"", "Example: ./vesper execution odds --run 2018-04-11-001 --symbol EQ01"})
final class OddsCommand implements Callable<Integer> {
    private final Supplier<RunStore> runs;
    private final Supplier<RunOdds> odds;

    @Option(names = "--run", required = true, paramLabel = "RUN", description = "For example 2018-04-11-001.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private RunId run;

    @Option(names = "--symbol", paramLabel = "SYMBOL", description = "One instrument alone.")
    private @Nullable String symbol;

    @Mixin
    private final FormatOption format = new FormatOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    OddsCommand(Supplier<RunStore> runs, Supplier<RunOdds> odds) {
        this.runs = runs;
        this.odds = odds;
    }

    @Override
    public Integer call() {
        if (runs.get().find(run).isEmpty()) {
            throw Problem.usage("Expected a run of the store, but " + run + " is none; ./vesper runs list shows them");
        }
        Optional<RunOdds.Used> used = odds.get().used(run);
        List<VenueOdds.Row> rows = used.map(one -> one.odds().rows()).orElse(List.of()).stream()
                .filter(row -> symbol == null || row.symbol().equals(symbol))
                .toList();
        Table table = new Table("venue", "symbol", "from_lots", "to_lots", "odds");
        rows.forEach(row -> table.row(
                row.venue(),
                row.symbol(),
                row.fromLots(),
                row.toLots() == Long.MAX_VALUE ? "" : row.toLots(),
                row.odds()));
        format.write(table, spec.commandLine().getOut());
        PrintWriter told = spec.commandLine().getErr();
        told.println(used.map(RunOdds.Used::line)
                .orElse("no odds: nothing was known of earlier days when its first slice was decided"));
        told.flush();
        return 0;
    }
}
