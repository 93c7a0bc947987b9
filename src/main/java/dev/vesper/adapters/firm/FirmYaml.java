package dev.vesper.adapters.firm;

import dev.vesper.adapters.text.Cells;
import dev.vesper.adapters.text.TextFile;
import dev.vesper.adapters.text.YamlBlock;
import dev.vesper.adapters.text.YamlTree;
import dev.vesper.approvals.People;
import dev.vesper.basics.Kind;
import dev.vesper.basics.NearestName;
import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Registry;
import dev.vesper.desk.firm.BookKeeping;
import dev.vesper.desk.firm.FirmSettings;
import dev.vesper.execution.CurveSettings;
import dev.vesper.execution.ExecutionSettings;
import dev.vesper.execution.Pace;
import dev.vesper.execution.breaker.BreakerLimits;
import dev.vesper.market.calendar.ExchangeCalendar;
import dev.vesper.market.calendar.ExchangeCalendars;
import dev.vesper.orders.SlicingStrategy;
import dev.vesper.portfolio.weighting.WeightingMethod;
import dev.vesper.portfolio.weighting.WeightingMethods;
import dev.vesper.rebalance.RebalanceSettings;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * firm.yaml: every key has a default, every unknown key is an error. What the keys mean stands in the file that
 * {@code firm new} writes ({@link FirmYamlText}) and in the how-to "the firm folder".
 */
final class FirmYaml {
    /** The seed of a firm that names none. */
    static final long SEED = 42;

    private static final String VESPER = "vesper";
    private static final BigDecimal MOST_VOLUME = new BigDecimal("1000000000000");
    private static final int MOST_PARTS = 1_440;

    private FirmYaml() {}

    static FirmSettings read(Path file, Registry<Kind<? extends WeightingMethod>> methods) {
        return settings(tree(file), methods);
    }

    private static YamlTree.Block tree(Path file) {
        return YamlTree.parse(TextFile.text(file), TextFile.nameOf(file));
    }

    /** Who belongs to which group, and nothing else of the file. */
    static People people(Path file) {
        return KnownPeople.of(file, () -> PeopleYaml.read(new YamlBlock(tree(file))));
    }

    static FirmSettings defaults() {
        return settings(YamlTree.empty("firm.yaml"), WeightingMethods.ALL);
    }

    private static FirmSettings settings(YamlTree.Block tree, Registry<Kind<? extends WeightingMethod>> methods) {
        YamlBlock root = new YamlBlock(tree);
        FirmSettings settings = new FirmSettings(
                root.text("name", "My firm"),
                root.flag("sample", false),
                root.whole("seed", SEED, Long.MIN_VALUE, Long.MAX_VALUE),
                schedule(root),
                StrategiesYaml.read(root.block("strategies"), methods),
                rebalance(root.block("rebalance")),
                execution(root.block("execution")),
                root.texts("restricted"),
                root.texts("short_allowed"),
                books(root),
                PeopleYaml.read(root),
                calendar(root));
        root.noOtherKeys();
        return settings;
    }

    private static ExchangeCalendar calendar(YamlBlock root) {
        String code = root.text("calendar", ExchangeCalendars.STANDARD);
        ExchangeCalendar calendar = ExchangeCalendars.of(code)
                .orElseThrow(() -> Problem.input(
                        root.place("calendar"),
                        "Expected an exchange calendar (" + String.join(", ", ExchangeCalendars.ALL.words())
                                + "), but got \"" + code + "\""
                                + NearestName.hint(code.toUpperCase(Locale.ROOT), ExchangeCalendars.ALL.words())));
        String zone = root.text("timezone", "");
        if (zone.isEmpty()) {
            return calendar;
        }
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            throw Problem.input(
                    root.place("timezone"),
                    "Expected a time zone like America/New_York, but got \"" + zone + "\""
                            + NearestName.hint(zone, ZoneId.getAvailableZoneIds()));
        }
        return calendar.in(ZoneId.of(zone));
    }

    private static BookKeeping books(YamlBlock root) {
        String word = root.oneOf("books", VESPER, List.of(VESPER, "files"));
        String asOf = root.text("books_as_of", "");
        if (word.equals(VESPER)) {
            return new BookKeeping.Vesper(
                    root.decimal(
                            "flows_four_eyes_above",
                            BookKeeping.Vesper.STANDARD_FOUR_EYES_ABOVE.toPlainString(),
                            "0",
                            "1e15"),
                    asOf.isEmpty() ? null : Cells.date(asOf, root.place("books_as_of")));
        }
        if (asOf.isEmpty()) {
            throw Problem.input(
                    root.place("books"),
                    "Expected books_as_of beside \"books: files\": the day at whose close accounts.csv and"
                            + " positions.csv were true, as YYYY-MM-DD");
        }
        return new BookKeeping.Files(Cells.date(asOf, root.place("books_as_of")));
    }

    /** Seconds, minutes, hours, day of month, month, day of week; who starts the day parses it in full. */
    private static String schedule(YamlBlock root) {
        String cron = root.text("schedule", "0 30 17 * * MON-FRI");
        int fields = cron.split("\\s+").length;
        if (fields != 6) {
            throw Problem.input(
                    root.place("schedule"),
                    "Expected a schedule of 6 fields, seconds first, like \"0 30 17 * * MON-FRI\"," + " but got "
                            + fields + ": \"" + cron + "\"");
        }
        CronText.check(cron, root.place("schedule"));
        return cron;
    }

    private static RebalanceSettings rebalance(YamlBlock block) {
        RebalanceSettings settings = new RebalanceSettings(
                block.real("cash_buffer", "0.02", "0", "1"),
                block.decimal("minimum_trade", "1000", "0", "1e12"),
                block.real("maximum_turnover", "2.0", "0", "2"),
                block.real("cost_bps", "5", "0", "1000"),
                false, // the desk sets it for the accounts named in short_allowed
                (int) block.whole("steps", 20_000, 1, 10_000_000));
        block.noOtherKeys();
        return settings;
    }

    private static ExecutionSettings execution(YamlBlock block) {
        LocalTime open = block.time("open", "00:00");
        LocalTime close = block.time("close", "23:59");
        if (!close.isAfter(open)) {
            throw Problem.input(
                    block.place("close"), "Expected a close after the open, but " + close + " is not after " + open);
        }
        ExecutionSettings settings = new ExecutionSettings(
                SlicingStrategy.valueOf(block.oneOf("strategy", SlicingStrategy.TWAP.name(), SlicingStrategy.words())),
                new CurveSettings(profile(block), block.real("urgency", "3", "0", "50")),
                open,
                close,
                (int) block.whole("slice_minutes", 30, 1, 1440),
                block.real("participation_rate", "0.10", "0.0001", "1"),
                block.decimal("minimum_child_notional", "5000", "0", "1e12"),
                block.real("midpoint_share", "0.3", "0", "1"),
                block.real("lit_fee_bps", "0.3", "-100", "100"),
                block.real("midpoint_fee_bps", "0.1", "-100", "100"),
                new BreakerLimits(
                        (int) block.whole("breaker_rejects", BreakerLimits.STANDARD.rejectsInARow(), 0, 100_000),
                        block.real("breaker_share", "0.5", "0.01", "1"),
                        (int) block.whole("breaker_window", BreakerLimits.STANDARD.window(), 1, 100_000),
                        (int) block.whole("breaker_rest_slices", BreakerLimits.STANDARD.restSlices(), 1, 1440)),
                Pace.valueOf(block.oneOf("pace", Pace.FAST.word(), Pace.words()).toUpperCase(Locale.ROOT)));
        block.noOtherKeys();
        return settings;
    }

    private static List<Long> profile(YamlBlock block) {
        List<String> parts = block.texts("volume_profile");
        if (parts.isEmpty()) {
            return CurveSettings.USUAL_PROFILE;
        }
        Place place = block.place("volume_profile");
        List<Long> profile = new ArrayList<>();
        for (String part : parts) {
            BigDecimal volume = Cells.decimal(part, place);
            if (volume.signum() < 0
                    || volume.compareTo(MOST_VOLUME) > 0
                    || volume.stripTrailingZeros().scale() > 0) {
                throw Problem.input(
                        place,
                        "Expected whole numbers from 0 to " + MOST_VOLUME.toPlainString()
                                + " in volume_profile, but got " + part);
            }
            profile.add(volume.longValueExact());
        }
        if (profile.size() > MOST_PARTS || profile.stream().allMatch(part -> part == 0)) {
            throw Problem.input(
                    place,
                    "Expected a volume_profile of 1 to " + MOST_PARTS
                            + " parts, one of them above 0, but got "
                            + (profile.size() > MOST_PARTS ? profile.size() + " parts" : String.join(", ", parts)));
        }
        return profile;
    }

    /** Where a key of the file stands, for checks that need other files. */
    static Place place(Path file, String key) {
        return new YamlBlock(tree(file)).place(key);
    }
}
