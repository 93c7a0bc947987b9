package dev.vesper.app.cli;

import dev.vesper.app.terminal.Table;
import dev.vesper.basics.Problem;
import dev.vesper.execution.schedule.AlmgrenChriss;
import dev.vesper.execution.schedule.Iceberg;
import dev.vesper.execution.schedule.Participation;
import dev.vesper.execution.schedule.Schedule;
import dev.vesper.execution.schedule.Window;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How one order would be spread over its window. */
@Command(
        name = "schedule",
        mixinStandardHelpOptions = true,
        description = "How an order would be spread over its window.",
        footer = {
            "",
            "Example: ./vesper execution schedule --strategy vwap --side sell --quantity 12000 --start 09:30:00 --end 16:00:00"
                    + " --trades trades.csv.gz --participation 0.1"
        })
final class OrderScheduleCommand implements Callable<Integer> {
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

    private static final long DEFAULT_SLICE_MILLIS = 300_000;

    static final long NANOS_OF_MILLI = 1_000_000;

    private static final int MOST_SLICES = 100_000;

    private static final BigDecimal MOST_LOTS = new BigDecimal("1e15");

    /** How it is spread. */
    enum Strategy {
        TWAP,
        VWAP,
        POV,
        IS,
        ICEBERG
    }

    /** Which way; it changes no number. */
    enum Direction {
        BUY,
        SELL
    }

    @Option(
            names = "--strategy",
            required = true,
            paramLabel = "twap|vwap|pov|is|iceberg",
            description = "How it is spread.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Strategy strategy;

    @Option(names = "--side", required = true, paramLabel = "buy|sell", description = "Which way.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Direction side;

    @Option(names = "--quantity", required = true, paramLabel = "UNITS", description = "Units of the whole order.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private BigDecimal quantity;

    @Option(names = "--lot", paramLabel = "UNITS", defaultValue = "1", description = "Units of one lot; 1 by default.")
    private BigDecimal lot = BigDecimal.ONE;

    @Option(names = "--start", required = true, paramLabel = "HH:MM:SS", description = "When it begins.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private LocalTime start;

    @Option(names = "--end", required = true, paramLabel = "HH:MM:SS", description = "When it ends.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private LocalTime end;

    @Option(
            names = "--slices",
            paramLabel = "N",
            description = "Parts of the window; by default one every five minutes.")
    private @Nullable Integer slices;

    @Option(
            names = "--participation",
            paramLabel = "SHARE",
            description = "At most this share of the market's volume, for example 0.1.")
    private @Nullable BigDecimal participation;

    @Option(names = "--display", paramLabel = "UNITS", description = "iceberg: units that the book sees at a time.")
    private @Nullable BigDecimal display;

    @Option(
            names = "--variation",
            paramLabel = "SHARE",
            defaultValue = "0",
            description = "iceberg: share by which each part may be more or less; 0 by default.")
    private double variation;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "iceberg: the same gives the same parts.")
    private long seed;

    @Mixin
    private final VolumeOptions market = new VolumeOptions();

    @Mixin
    private final ImpactOptions impact = new ImpactOptions();

    @Mixin
    private final FormatOption format = new FormatOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        Table table = new Table("slice", "start", "end", "quantity", "done", "left");
        Map<String, Object> whole = new LinkedHashMap<>();
        long lots = lots(quantity, "quantity");
        Window window =
                checked(() -> new Window(millis(start), millis(end), strategy == Strategy.ICEBERG ? 1 : slices()));
        whole.put("strategy", word(strategy));
        whole.put("side", word(side));
        whole.put("quantity", quantity);
        whole.put("start", time(window.startMillis()));
        whole.put("end", time(window.endMillis()));
        long left = 0;
        if (strategy == Strategy.ICEBERG) {
            parts(lots, window, table);
        } else {
            Schedule schedule = schedule(lots, window, whole);
            left = schedule.left();
            rows(lots, schedule, table);
        }
        whole.put("unscheduled", units(left));
        format.write(table, whole, "slices", spec.commandLine().getOut());
        if (left > 0) {
            spec.commandLine()
                    .getErr()
                    .println("  ! " + units(left).toPlainString()
                            + " have no room in the window: the market trades too little for this participation");
            spec.commandLine().getErr().flush();
        }
        return 0;
    }

    private Schedule schedule(long lots, Window window, Map<String, Object> whole) {
        Schedule schedule = switch (strategy) {
            case TWAP, ICEBERG -> Schedule.even(window, lots);
            case VWAP -> Schedule.asVolume(window, lots, market.in(window));
            case POV -> Schedule.ofVolume(window, lots, most(window));
            case IS -> shortfall(lots, window, whole);
        };
        return participation == null || strategy == Strategy.POV ? schedule : schedule.within(most(window));
    }

    private Schedule shortfall(long lots, Window window, Map<String, Object> whole) {
        AlmgrenChriss model = checked(() -> impact.model(quantity.doubleValue(), window));
        double[] holdings = model.holdings();
        whole.put("horizon_days", model.horizonDays());
        whole.put("kappa", model.kappa());
        whole.put("expected_shortfall", model.expectedCost());
        whole.put("variance", model.variance());
        whole.put("std", Math.sqrt(model.variance()));
        whole.put("objective", model.objective());
        whole.put("holdings", holdings);
        whole.put("trades", model.trades());
        double size = lot.doubleValue();
        return Schedule.asHoldings(
                window, lots, Arrays.stream(holdings).map(units -> units / size).toArray());
    }

    private void rows(long lots, Schedule schedule, Table table) {
        long done = 0;
        for (int i = 0; i < schedule.lots().length; i++) {
            done += schedule.lots()[i];
            table.row(
                    i + 1,
                    time(schedule.window().startMillis(i)),
                    time(schedule.window().endMillis(i)),
                    units(schedule.lots()[i]),
                    units(done),
                    units(lots - done));
        }
    }

    /** Each part of an iceberg is shown when the one before it is filled, whenever that is. */
    private void parts(long lots, Window window, Table table) {
        BigDecimal shown = display;
        if (shown == null) {
            throw Problem.usage("Expected --display, the units that the book sees at a time");
        }
        if (participation != null) {
            throw Problem.usage(
                    "Expected no --participation: an iceberg shows its next part when the one before it is filled");
        }
        List<Long> parts = checked(() -> new Iceberg(lots, lots(shown, "display"), variation))
                .parts(new SplittableRandom(seed));
        long done = 0;
        for (int i = 0; i < parts.size(); i++) {
            done += parts.get(i);
            table.row(
                    i + 1,
                    time(window.startMillis()),
                    time(window.endMillis()),
                    units(parts.get(i)),
                    units(done),
                    units(lots - done));
        }
    }

    private Participation most(Window window) {
        if (participation == null) {
            throw Problem.usage("Expected --participation, the share of the market's volume, for example 0.1");
        }
        BigDecimal rate = participation;
        long[] volume = market.in(window);
        return checked(() -> new Participation(rate, lot, volume));
    }

    /** Parts of a window of so many milliseconds where nobody says how many. */
    static int slices(long millis) {
        return (int) Math.max(1, millis / DEFAULT_SLICE_MILLIS);
    }

    private int slices() {
        if (slices == null) {
            return slices(millis(end) - millis(start));
        }
        if (slices < 1 || slices > MOST_SLICES) {
            throw Problem.usage("Expected 1 to " + MOST_SLICES + " slices, but got " + slices);
        }
        return slices;
    }

    private long lots(BigDecimal units, String what) {
        if (lot.signum() <= 0) {
            throw Problem.usage("Expected a lot above 0, but got " + lot.toPlainString());
        }
        BigDecimal[] lots = units.divideAndRemainder(lot);
        if (units.signum() <= 0 || lots[1].signum() != 0 || lots[0].compareTo(MOST_LOTS) > 0) {
            throw Problem.usage("Expected a " + what + " above 0 in whole lots of " + lot.toPlainString()
                    + ", 1e15 of them at most, but got " + units.toPlainString());
        }
        return lots[0].longValueExact();
    }

    private BigDecimal units(long lots) {
        return lot.multiply(BigDecimal.valueOf(lots));
    }

    private static <T> T checked(Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException wrong) {
            throw Problem.usage(String.valueOf(wrong.getMessage()));
        }
    }

    private static long millis(LocalTime time) {
        return LocalTime.MIDNIGHT.until(time, ChronoUnit.MILLIS);
    }

    private static String time(long millis) {
        LocalTime time = LocalTime.MIDNIGHT.plus(millis, ChronoUnit.MILLIS);
        return (millis % 1000 == 0 ? SECONDS : MILLIS).format(time);
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}
