package dev.vesper.app.cli;

import dev.vesper.adapters.firm.TickFile;
import dev.vesper.adapters.firm.UrgencyPolicyFile;
import dev.vesper.app.terminal.Table;
import dev.vesper.basics.Counted;
import dev.vesper.basics.Problem;
import dev.vesper.execution.analysis.MarketDay;
import dev.vesper.execution.engine.EngineOpener;
import dev.vesper.execution.engine.Terms;
import dev.vesper.execution.learn.HeldOut;
import dev.vesper.execution.learn.LearnUrgency;
import dev.vesper.execution.learn.LeaveOneDayOut;
import dev.vesper.execution.learn.Trial;
import dev.vesper.market.ticks.BestQuotes;
import dev.vesper.market.ticks.Quotes;
import dev.vesper.market.ticks.Trades;
import dev.vesper.simulation.replay.UrgencyTrials;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which urgency orders should have, learned from recorded days. */
@Command(
        name = "learn",
        mixinStandardHelpOptions = true,
        description = {
            "Learns from recorded days how early orders are best done, says what that was worth on days it was not learned",
            "from, and writes the policy. Nothing uses it that does not name it."
        },
        footer = {
            "",
            "Example: ./vesper execution learn --trades a_trades.csv.gz --quotes a_quotes.csv.gz --trades b_trades.csv.gz"
                    + " --quotes b_quotes.csv.gz --policy policy.json"
        })
final class LearnCommand implements Callable<Integer> {
    private static final int MOST_MINUTES = 180;
    private static final double MOST_URGENCY = 50;
    private static final double BPS = 10_000;
    private static final long SMALLEST = 100;
    private static final long LEAST_LATENCY_NANOS = 1_000_000;
    private static final long MORE_LATENCY_NANOS = 1_000_000;

    private final Supplier<Path> root;
    private final Supplier<Path> state;

    @ArgGroup(exclusive = false, multiplicity = "2..*", heading = "A recorded day, twice or more:%n")
    private List<RecordedDayOptions> days = new ArrayList<>();

    @Option(names = "--policy", required = true, paramLabel = "FILE", description = "What is written, JSON.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path policy;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            defaultValue = "30",
            description = "Length of the orders; 30 by default.")
    private int minutes = 30;

    @Option(
            names = "--urgency",
            paramLabel = "U",
            split = ",",
            defaultValue = "0,1,3,6,12",
            description = "What is tried, as the urgency of firm.yaml; 0,1,3,6,12 by default.")
    private List<Double> urgencies = new ArrayList<>();

    @Option(
            names = "--own",
            paramLabel = "U",
            defaultValue = "3",
            description = "The firm's own, one of them, which counts where no other is surely better; 3 by default.")
    private double own = 3;

    @Option(
            names = "--size",
            paramLabel = "SHARE",
            split = ",",
            defaultValue = "0.02,0.1",
            description = "Sizes of orders, of what the market traded just before; 0.02,0.1 by default.")
    private List<Double> sizes = new ArrayList<>();

    @Option(
            names = "--participation",
            paramLabel = "SHARE",
            defaultValue = "0.2",
            description = "Most of the market's volume that an order takes; 0.2 by default.")
    private double participation = 0.2;

    @Option(
            names = "--confidence",
            paramLabel = "N",
            defaultValue = "1.645",
            description = "Standard errors by which a gain must be above 0; 1.645 by default.")
    private double confidence = 1.645;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Of the latencies.")
    private long seed = 1;

    @Mixin
    private final EngineOption engine = new EngineOption();

    @Mixin
    private final SessionOption session = new SessionOption();

    @Mixin
    private final FormatOption format = new FormatOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    /**
     * Opens nothing yet.
     *
     * @param root the folder below which the build puts native libraries
     * @param state the state folder, which is not written into
     */
    LearnCommand(Supplier<Path> root, Supplier<Path> state) {
        this.root = root;
        this.state = state;
    }

    @Override
    public Integer call() {
        check();
        PrintWriter err = spec.commandLine().getErr();
        EngineOpener opener = engine.open(root.get(), err);
        var tries = new UrgencyTrials(minutes, urgencies, sizes, this::terms, this::latency);
        List<Trial> trials = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (RecordedDayOptions day : days) {
            if (!names.add(day.name())) {
                throw Problem.usage("Expected each day once, but " + day.name() + " is there twice");
            }
            List<Trial> tried = of(day, tries, opener);
            err.println("  " + day.name() + ": " + Counted.of(tried.size(), "order") + " at "
                    + Counted.of(urgencies.size(), "urgency", "urgencies"));
            err.flush();
            trials.addAll(tried);
        }
        LearnUrgency learn = new LearnUrgency(urgencies, urgencies.indexOf(own), confidence, minutes);
        List<HeldOut> judged;
        UrgencyPolicyFile.Learned learned;
        try {
            judged = LeaveOneDayOut.of(learn, trials);
            learned = new UrgencyPolicyFile.Learned(learn.from(trials), judged);
        } catch (IllegalArgumentException few) {
            throw Problem.usage(String.valueOf(few.getMessage()));
        }
        OutFile.write(policy, state.get(), UrgencyPolicyFile.text(learned));
        format.write(table(judged), spec.commandLine().getOut());
        err.println("  " + verdict(judged.getLast()) + "; the policy is in " + policy);
        err.flush();
        return 0;
    }

    private void check() {
        if (minutes < 1 || minutes > MOST_MINUTES) {
            throw Problem.usage("Expected --minutes from 1 to " + MOST_MINUTES + ", but got " + minutes);
        }
        for (double urgency : urgencies) {
            if (!(urgency >= 0 && urgency <= MOST_URGENCY)) {
                throw Problem.usage("Expected an --urgency from 0 to 50, but got " + urgency);
            }
        }
        if (new HashSet<>(urgencies).size() != urgencies.size() || !urgencies.contains(own)) {
            throw Problem.usage(
                    "Expected each --urgency once, and --own among them, but got " + urgencies + " and " + own);
        }
        for (double size : sizes) {
            if (!(size > 0 && size <= 1)) {
                throw Problem.usage("Expected a --size above 0 and at most 1, but got " + size);
            }
        }
        if (!(participation > 0 && participation <= 1)) {
            throw Problem.usage("Expected a --participation above 0 and at most 1, but got " + participation);
        }
        if (!(confidence >= 0 && confidence <= 10)) {
            throw Problem.usage("Expected a --confidence from 0 to 10, but got " + confidence);
        }
    }

    private List<Trial> of(RecordedDayOptions day, UrgencyTrials tries, EngineOpener opener) {
        Trades traded = TickFile.trades(day.trades);
        Quotes quoted = TickFile.quotes(day.quotes);
        MarketDay market = new MarketDay(traded, BestQuotes.of(quoted), session.span(), /* horizonMillis= */ 1);
        return tries.of(day.name(), market, quoted, opener);
    }

    private Terms terms(long units) {
        return Terms.of(units).children(Math.min(SMALLEST, units), 0).cap((int)
                Math.max(1, Math.round(participation * BPS)));
    }

    private LongSupplier latency() {
        SplittableRandom random = new SplittableRandom(seed);
        return () -> LEAST_LATENCY_NANOS + random.nextLong(MORE_LATENCY_NANOS + 1);
    }

    private static Table table(List<HeldOut> judged) {
        Table table =
                new Table("judged_on", "orders", "windows", "changed", "gain_bps", "error_bps", "low_bps", "high_bps");
        for (HeldOut one : judged) {
            table.row(
                    one.day(),
                    String.valueOf(one.orders()),
                    String.valueOf(one.windows()),
                    String.valueOf(one.changed()),
                    bps(one.gainBps()),
                    bps(one.errorBps()),
                    bps(one.lowBps()),
                    bps(one.highBps()));
        }
        return table;
    }

    private static String bps(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    private static String verdict(HeldOut all) {
        if (all.changed() == 0) {
            return "No other urgency was surely better on any order, so the policy is the firm's own where it was judged";
        }
        if (all.lowBps() > 0) {
            return "On days it was not learned from it gained " + bps(all.gainBps())
                    + " bps an order, by 95 % at least " + bps(all.lowBps());
        }
        return "On days it was not learned from it gained " + bps(all.gainBps()) + " bps an order, which is "
                + (all.highBps() < 0 ? "a loss" : "not told from nothing") + " (95 %: " + bps(all.lowBps()) + " to "
                + bps(all.highBps()) + ")";
    }
}
