package dev.vesper.app.cli;

import dev.vesper.adapters.firm.TickFile;
import dev.vesper.adapters.firm.WorkedOrdersFile;
import dev.vesper.app.terminal.Table;
import dev.vesper.basics.Counted;
import dev.vesper.basics.Numbers;
import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import dev.vesper.execution.analysis.CheckedFills;
import dev.vesper.execution.analysis.MarketDay;
import dev.vesper.execution.analysis.WorkedFill;
import dev.vesper.execution.analysis.WorkedOrder;
import dev.vesper.execution.engine.EngineOpener;
import dev.vesper.market.ticks.BestQuotes;
import dev.vesper.market.ticks.Quotes;
import dev.vesper.market.ticks.Trades;
import dev.vesper.simulation.replay.DayReplay;
import dev.vesper.simulation.replay.ReplayOrder;
import dev.vesper.simulation.replay.ReplayedChild;
import dev.vesper.simulation.replay.ReplayedFill;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Orders worked through a recorded day. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = {
            "Works orders through a recorded day tick by tick and writes children.csv, fills.csv and costs.json.",
            "The market of the day does not notice them."
        },
        footer = {
            "",
            "Example: ./vesper execution simulate --orders orders.csv --trades trades.csv.gz --quotes quotes.csv.gz"
                    + " --out simulated"
        })
final class SimulateCommand implements Callable<Integer> {
    private static final String VENUE = "REPLAY";
    private static final int HORIZON_SECONDS = 60;
    private static final long NANOS_OF_MICRO = 1_000;
    private static final int MOST_MICROS = 60_000_000;

    private final Supplier<Path> root;
    private final Supplier<Path> state;

    @Option(names = "--orders", required = true, paramLabel = "FILE", description = "What is to be worked.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path orders;

    @Option(
            names = "--trades",
            required = true,
            paramLabel = "FILE|SYMBOL=FILE",
            description = "The market's trades of the day; again for each symbol where there are several.")
    private List<String> trades = List.of();

    @Option(
            names = "--quotes",
            required = true,
            paramLabel = "FILE|SYMBOL=FILE",
            description = "The market's quotes of the day; again for each symbol.")
    private List<String> quotes = List.of();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "A folder that is empty, or is made.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path out;

    @Option(
            names = "--latency",
            paramLabel = "MICROSECONDS",
            defaultValue = "1000",
            description = "Each way to the venue, at least; 1000 by default.")
    private int latency = 1_000;

    @Option(
            names = "--jitter",
            paramLabel = "MICROSECONDS",
            defaultValue = "1000",
            description = "By how much more at most, drawn anew for each message; 1000 by default.")
    private int jitter = 1_000;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "The same gives the same draws.")
    private long seed = 1;

    @Mixin
    private final EngineOption engine = new EngineOption();

    @Mixin
    private final ReplayOptions worked = new ReplayOptions();

    @Mixin
    private final FeeOptions fees = new FeeOptions();

    @Mixin
    private final SessionOption session = new SessionOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    /**
     * Opens nothing yet.
     *
     * @param root the folder below which the build puts native libraries
     * @param state the state folder, which is not written into
     */
    SimulateCommand(Supplier<Path> root, Supplier<Path> state) {
        this.root = root;
        this.state = state;
    }

    @Override
    public Integer call() {
        within("--latency", latency);
        within("--jitter", jitter);
        fees.check();
        OutFolder.requireEmpty(out, state.get());
        List<RecordedDays.Day> days = RecordedDays.of(WorkedOrdersFile.ofSymbols(orders), trades, quotes);
        EngineOpener opener = engine.open(root.get(), spec.commandLine().getErr());
        List<Played> played = days.stream().map(day -> play(day, opener)).toList();
        OutFolder.make(out);
        for (Played one : played) {
            Path folder = played.size() == 1 ? out : out.resolve(one.symbol());
            OutFolder.make(folder);
            write(folder, "children.csv", children(one.day()).render(Table.Format.CSV));
            write(folder, "fills.csv", fills(one.day()).render(Table.Format.CSV));
            write(
                    folder,
                    "costs.json",
                    one.byOrder()
                            .render(
                                    Table.Format.JSON,
                                    one.costs()
                                            .whole(session.words(), HORIZON_SECONDS)
                                            .nested()));
        }
        tell(played);
        return 0;
    }

    /** What became of one symbol's orders. */
    private record Played(String symbol, List<WorkedOrder> orders, DayReplay.Result day, CostReport costs) {
        Table byOrder() {
            return costs.table(CostReport.By.ORDER);
        }
    }

    private Played play(RecordedDays.Day files, EngineOpener engine) {
        List<WorkedOrder> ordered = files.orders();
        Trades traded = TickFile.trades(files.trades());
        Quotes quoted = TickFile.quotes(files.quotes());
        MarketDay market = new MarketDay(traded, BestQuotes.of(quoted), session.span(), HORIZON_SECONDS * 1_000L);
        List<ReplayOrder> parents = IntStream.range(0, ordered.size())
                .mapToObj(i -> worked.order(ordered.get(i), market, seed, i))
                .toList();
        SplittableRandom random = new SplittableRandom(seed);
        DayReplay.Result day;
        try {
            day = DayReplay.play(
                    parents, traded, quoted, engine, () -> (latency + random.nextLong(jitter + 1L)) * NANOS_OF_MICRO);
        } catch (IllegalArgumentException refused) {
            throw Problem.usage("Expected orders that the engine takes, but " + refused.getMessage());
        }
        CostReport costs = CostReport.of(
                ordered,
                CheckedFills.of(ordered, day.fills().stream().map(this::worked).toList()),
                market,
                new CostFigures(market, Optional.empty(), Optional.empty(), List.of()));
        return new Played(files.symbol(), ordered, day, costs);
    }

    private void tell(List<Played> played) {
        PrintWriter told = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        long count = 0;
        long children = 0;
        long fills = 0;
        long events = 0;
        for (Played one : played) {
            if (played.size() > 1) {
                told.println(one.symbol());
            }
            told.print(one.byOrder().render(Table.Format.TABLE));
            count += one.orders().size();
            children += one.day().children().size();
            fills += one.day().fills().size();
            events += one.day().events();
        }
        told.flush();
        err.println("  " + CostFigures.SIGN);
        if (played.stream().flatMap(one -> one.orders().stream()).anyMatch(worked::foresees)) {
            err.println(
                    "  ! vwap follows the day's own volume, which nobody knew when the day began; --profile names what"
                            + " was known");
        }
        worked.tell(err);
        err.println("  " + Counted.of(count, "order") + ", " + Counted.of(children, "child", "children") + ", "
                + Counted.of(fills, "fill") + "; the " + played.getFirst().day().engine() + " engine was told "
                + Numbers.count(events) + " events; " + 3 * played.size() + " files in " + out);
        err.flush();
    }

    private WorkedFill worked(ReplayedFill fill) {
        return new WorkedFill(
                Place.of("fills.csv"),
                fill.order(),
                fill.nanos() / OrderScheduleCommand.NANOS_OF_MILLI,
                BigDecimal.valueOf(fill.priceE4(), 4),
                BigDecimal.valueOf(fill.units()),
                VENUE,
                fee(fill),
                "");
    }

    private BigDecimal fee(ReplayedFill fill) {
        return fees.of(BigDecimal.valueOf(fill.priceE4(), 4), BigDecimal.valueOf(fill.units()));
    }

    private static Table children(DayReplay.Result day) {
        Table table = new Table("child_id", "order_id", "side", "sent", "quantity", "price", "filled", "ended", "end");
        for (ReplayedChild child : day.children()) {
            table.row(
                    String.valueOf(child.number()),
                    child.order(),
                    word(child.side()),
                    time(child.sentNanos()),
                    String.valueOf(child.units()),
                    child.priceE4() == 0
                            ? ""
                            : BigDecimal.valueOf(child.priceE4(), 4).toPlainString(),
                    String.valueOf(child.filled()),
                    time(child.endedNanos()),
                    word(child.end()));
        }
        return table;
    }

    /** As {@link WorkedOrdersFile} reads them. */
    private Table fills(DayReplay.Result day) {
        Table table = new Table("order_id", "time", "price", "quantity", "venue", "fee", "exec_id");
        int number = 0;
        for (ReplayedFill fill : day.fills()) {
            table.row(
                    fill.order(),
                    time(fill.nanos()),
                    BigDecimal.valueOf(fill.priceE4(), 4).toPlainString(),
                    String.valueOf(fill.units()),
                    VENUE,
                    fee(fill).toPlainString(),
                    String.valueOf(++number));
        }
        return table;
    }

    private void write(Path folder, String name, String text) {
        OutFile.write(folder.resolve(name), state.get(), text);
    }

    private static void within(String option, int micros) {
        if (micros < 0 || micros > MOST_MICROS) {
            throw Problem.usage("Expected " + option + " from 0 to " + MOST_MICROS + ", but got " + micros);
        }
    }

    private static String time(long nanos) {
        return Numbers.timeOfDay(nanos / OrderScheduleCommand.NANOS_OF_MILLI);
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
