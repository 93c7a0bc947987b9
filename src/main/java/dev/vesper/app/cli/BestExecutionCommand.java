package dev.vesper.app.cli;

import dev.vesper.adapters.firm.QuotesFolder;
import dev.vesper.adapters.report.BestExecutionWriter;
import dev.vesper.app.wiring.StoreWiring.Store;
import dev.vesper.app.wiring.Wiring;
import dev.vesper.basics.Counted;
import dev.vesper.basics.Problem;
import dev.vesper.desk.quality.RecordedQuotes;
import dev.vesper.desk.quality.StoredExecutions;
import dev.vesper.execution.quality.Population;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How well the orders of some days were executed, in the layouts that supervisors and clients ask for. */
@Command(
        name = "best-execution",
        mixinStandardHelpOptions = true,
        description = "Writes reports of best execution over the days that are stored: CSV, XML and one PDF.",
        footer = {
            "",
            "Example: ./vesper execution best-execution --from 2018-04-01 --to 2018-06-30 --out best-execution-2018-q2"
        })
final class BestExecutionCommand implements Callable<Integer> {
    private final Wiring wiring;

    @Option(names = "--from", required = true, paramLabel = "DATE", description = "The first business date.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private LocalDate from;

    @Option(names = "--to", required = true, paramLabel = "DATE", description = "The last business date.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private LocalDate to;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "A folder that is empty, or is made.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path out;

    @Option(names = "--firm", paramLabel = "DIR", description = "Whose days, where the store has those of several.")
    private @Nullable Path firm;

    @Option(
            names = "--quotes",
            paramLabel = "DIR",
            description =
                    "Recorded quotes, <session>/<SYMBOL>.csv or .csv.gz; without it those in quotes/ of the firm's"
                            + " folder.")
    private @Nullable Path quotes;

    @Option(names = "--rehearsal", description = "Rehearsals instead of days; every file says so.")
    private boolean rehearsal;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    BestExecutionCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() {
        if (to.isBefore(from)) {
            throw Problem.usage("Expected --from on or before --to, but " + from + " is after " + to);
        }
        OutFolder.requireEmpty(out, wiring.settings.state());
        Store store = wiring.store.store.get();
        Population population = new StoredExecutions(
                        store.runs(),
                        store.orders(),
                        store.runs(),
                        run -> wiring.firm.inputs.get().firm(run),
                        recorded(),
                        wiring.times.simulated().isPresent())
                .between(
                        from,
                        to,
                        Optional.ofNullable(firm)
                                .map(folder ->
                                        folder.toAbsolutePath().normalize().toString()),
                        rehearsal);
        OutFolder.make(out);
        List<String> files = new BestExecutionWriter().write(population, out);
        PrintWriter told = spec.commandLine().getOut();
        told.println(Counted.of(population.orders().size(), "order") + " with "
                + Counted.of(population.fills(), "fill") + " of "
                + Counted.of(population.runs().size(), "run"));
        population
                .leftOut()
                .forEach(one -> told.println("left out: " + one.what() + ", " + Counted.of(one.orders(), "order")
                        + ", because " + one.reason()));
        long quoted = population.orders().stream()
                .filter(order -> order.receipt() != null)
                .count();
        told.println(
                quoted == 0
                        ? "no quotes are recorded: spreads and price improvement are not"
                        : "quotes are recorded at the receipt of " + Counted.of(quoted, "order"));
        told.println(Counted.of(files.size(), "file") + " in " + out + ", best-execution.pdf for people");
        told.flush();
        return 0;
    }

    private RecordedQuotes recorded() {
        Path folder = quotes;
        if (folder == null) {
            return QuotesFolder.ofFirms();
        }
        if (!Files.isDirectory(folder)) {
            throw Problem.usage("Expected a folder for --quotes, but " + folder + " is none");
        }
        return QuotesFolder.at(folder);
    }
}
