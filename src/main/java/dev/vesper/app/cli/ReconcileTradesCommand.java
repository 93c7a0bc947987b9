package dev.vesper.app.cli;

import dev.vesper.adapters.firm.VenueTradesFile;
import dev.vesper.app.terminal.Table;
import dev.vesper.basics.Counted;
import dev.vesper.basics.Numbers;
import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.execution.OrderStore;
import dev.vesper.desk.review.Finding;
import dev.vesper.desk.review.ReviewSource;
import dev.vesper.desk.review.Reviews;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStore;
import dev.vesper.execution.reconcile.TradeBreak;
import dev.vesper.execution.reconcile.TradeMatching;
import dev.vesper.execution.reconcile.TradeReconciliation;
import dev.vesper.execution.reconcile.VenueTotal;
import dev.vesper.execution.reconcile.VenueTrade;
import dev.vesper.orders.Fill;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What venues say of a day's executions beside what was booked. */
@Command(
        name = "reconcile",
        mixinStandardHelpOptions = true,
        description = "Compares a venue's own file of executions with those of a run; ends with 3 where they differ.",
        footer = {"", "Example: ./vesper execution reconcile --file lit-2018-04-12.csv --run 2018-04-11-001 --venue LIT"
        })
final class ReconcileTradesCommand implements Callable<Integer> {
    /** What is compared with. */
    static final class Booked {
        @Option(names = "--run", paramLabel = "RUN", description = "The run whose fills are compared.")
        @Nullable
        RunId run;

        @Option(
                names = "--booked",
                paramLabel = "FILE",
                description = "Executions of anywhere instead of a run's, in the columns of --file.")
        @Nullable
        Path file;
    }

    private final Supplier<RunStore> runs;
    private final Supplier<OrderStore> orders;
    private final Supplier<Reviews> reviews;

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Booked booked;

    @Option(
            names = "--file",
            required = true,
            paramLabel = "FILE",
            description = "What the venues say: venue,exec_id,order_id,symbol,side,quantity,price[,fee,trade_date].")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    @Option(
            names = "--venue",
            paramLabel = "VENUE",
            description = "Whose file it is; without it the file is of all venues.")
    private @Nullable String venue;

    @Option(
            names = "--tasks",
            description = "Keeps the breaks of --run as tasks that people answer; those of before that are gone end.")
    private boolean tasks;

    @Mixin
    private final FormatOption format = new FormatOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    ReconcileTradesCommand(Supplier<RunStore> runs, Supplier<OrderStore> orders, Supplier<Reviews> reviews) {
        this.runs = runs;
        this.orders = orders;
        this.reviews = reviews;
    }

    @Override
    public Integer call() {
        if (tasks && booked.run == null) {
            throw Problem.usage("Expected --run beside --tasks, but got --booked: executions of anywhere are no run's");
        }
        List<VenueTrade> told = VenueTradesFile.read(file);
        if (venue != null) {
            told.stream()
                    .filter(trade -> !trade.venue().equals(venue))
                    .findFirst()
                    .ifPresent(other -> {
                        throw Problem.input(
                                other.place(),
                                "Expected executions of " + venue + " alone, as --venue says, but got one of "
                                        + other.venue());
                    });
        }
        TradeReconciliation compared =
                booked.run != null ? ofRun(booked.run, told) : ofFile(Objects.requireNonNull(booked.file), told);
        Table table = new Table("kind", "venue", "exec_id", "order_id", "symbol", "money", "what_differs", "line");
        compared.breaks().forEach(one -> row(table, one));
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("matched", compared.matched());
        whole.put(
                "venues",
                compared.venues().stream().map(ReconcileTradesCommand::total).toList());
        format.write(table, whole, "breaks", spec.commandLine().getOut());
        say(compared);
        if (tasks) {
            keep(Objects.requireNonNull(booked.run), compared);
        }
        return compared.breaks().isEmpty() ? 0 : Problem.Kind.REFUSED.exitCode();
    }

    private TradeReconciliation ofRun(RunId run, List<VenueTrade> told) {
        return TradeMatching.of(
                Optional.of(record(run).date()), ofVenue(orders.get().fills(run)), told);
    }

    private RunRecord record(RunId run) {
        return runs.get()
                .find(run)
                .orElseThrow(() -> Problem.usage(
                        "Expected a run of the store, but " + run + " is none; ./vesper runs list shows them"));
    }

    private void keep(RunId run, TradeReconciliation compared) {
        List<Finding> found = compared.breaks().stream()
                .map(one -> new Finding(
                        String.join(" ", one.venue(), word(one.kind()), one.executionId()),
                        one.venue() + " " + one.executionId() + ", " + one.symbol() + ": " + one.words(),
                        one.money()))
                .toList();
        long open = reviews.get().tell(record(run), ReviewSource.VENUE_FILE, venue == null ? "" : venue, found);
        spec.commandLine()
                .getErr()
                .println(Counted.of(open, "task") + " of " + run
                        + (open == 0 ? "" : "; ./vesper tasks list shows them"));
    }

    private static String word(TradeBreak.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private TradeReconciliation ofFile(Path ours, List<VenueTrade> told) {
        List<Fill> fills = VenueTradesFile.read(ours).stream()
                .map(ReconcileTradesCommand::fill)
                .toList();
        return TradeMatching.of(Optional.empty(), ofVenue(fills), told);
    }

    private List<Fill> ofVenue(List<Fill> fills) {
        return venue == null
                ? fills
                : fills.stream().filter(fill -> fill.venue().equals(venue)).toList();
    }

    private static Fill fill(VenueTrade trade) {
        return new Fill(
                trade.venue(),
                trade.executionId(),
                trade.orderId(),
                trade.orderId(),
                "",
                trade.symbol(),
                trade.side(),
                trade.quantity(),
                trade.price(),
                trade.fee().orElse(BigDecimal.ZERO),
                0,
                trade.date().orElse(null));
    }

    private static void row(Table table, TradeBreak one) {
        table.row(
                word(one.kind()),
                one.venue(),
                one.executionId(),
                one.orderId(),
                one.symbol(),
                one.money(),
                one.words(),
                one.place().map(Place::line).map(String::valueOf).orElse(""));
    }

    private static Map<String, Object> total(VenueTotal total) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("venue", total.venue());
        row.put("booked", total.booked());
        row.put("told", total.told());
        row.put("matched", total.matched());
        row.put("booked_notional", total.bookedNotional());
        row.put("told_notional", total.toldNotional());
        row.put("booked_fees", total.bookedFees());
        row.put("told_fees", total.toldFees());
        return row;
    }

    /** Beside the rows, which are for programs as well. */
    private void say(TradeReconciliation compared) {
        PrintWriter told = spec.commandLine().getErr();
        BigDecimal money = compared.breaks().stream().map(TradeBreak::money).reduce(BigDecimal.ZERO, BigDecimal::add);
        told.println("The same on both sides: " + Counted.of(compared.matched(), "execution") + "; "
                + Counted.of(compared.breaks().size(), "break")
                + (compared.breaks().isEmpty()
                        ? ""
                        : ", by which the venues want " + Numbers.exact(money) + " beyond what was booked"));
        told.flush();
    }
}
