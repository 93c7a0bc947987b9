package dev.vesper.adapters.firm;

import dev.vesper.adapters.text.TextFile;
import dev.vesper.approvals.People;
import dev.vesper.basics.Counted;
import dev.vesper.basics.Kind;
import dev.vesper.basics.NearestName;
import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Registry;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.firm.FirmReader;
import dev.vesper.desk.firm.FirmSettings;
import dev.vesper.execution.NextSessions;
import dev.vesper.market.Instrument;
import dev.vesper.market.Sectors;
import dev.vesper.market.Venue;
import dev.vesper.market.calendar.ExchangeCalendar;
import dev.vesper.market.calendar.SpecialDay;
import dev.vesper.market.calendar.TradingCalendars;
import dev.vesper.portfolio.Account;
import dev.vesper.portfolio.TaxLot;
import dev.vesper.portfolio.weighting.StrategySettings;
import dev.vesper.portfolio.weighting.WeightingMethod;
import dev.vesper.portfolio.weighting.WeightingMethods;
import dev.vesper.simulation.VenueKinds;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads a firm folder: prices.csv, instruments.csv, accounts.csv, positions.csv, venues.csv, calendars.csv (each may be .csv.gz) and firm.yaml. It
 * changes nothing and reads nothing outside the folder.
 */
public final class FirmFolder implements FirmReader {
    /** Instruments that a warning names. */
    private static final int NAMED = 5;

    private final PriceFile priceFile = new PriceFile();
    private final Registry<Kind<? extends WeightingMethod>> methods;

    public FirmFolder() {
        this(WeightingMethods.ALL);
    }

    /** With the weighting methods that firm.yaml may name. */
    public FirmFolder(Registry<Kind<? extends WeightingMethod>> methods) {
        this.methods = methods;
    }

    /** Who belongs to which group, as firm.yaml says now. */
    public static People people(Path folder) {
        Path file = folder.resolve("firm.yaml");
        return Files.exists(file) ? FirmYaml.people(file) : People.UNKNOWN;
    }

    @Override
    public Firm read(Path path) {
        Path folder = path.toAbsolutePath().normalize();
        if (!Files.isDirectory(folder)) {
            throw Problem.input(
                    Place.of(path.toString()),
                    "Expected a firm folder, but there is none; make one with:"
                            + " firm new DIR --prices FILE --accounts N --cash AMOUNT");
        }
        List<String> warnings = new ArrayList<>();
        FirmSettings settings = settings(folder, warnings);
        Path prices = require(folder, "prices");
        List<Account> accounts = AccountsCsv.read(
                require(folder, "accounts"), settings.strategies().keySet(), warnings);
        String currency = accounts.getFirst().cash().currency();
        SortedMap<String, Instrument> instruments = instruments(folder, prices, currency, warnings);
        Set<String> ids = accounts.stream().map(Account::id).collect(Collectors.toCollection(TreeSet::new));
        checkNames(folder, settings, instruments, ids, warnings);
        TradingCalendars calendars = calendars(folder, settings, instruments, warnings);
        List<TaxLot> lots = new PositionsCsv(ids, instruments.keySet(), Set.copyOf(settings.shortAllowed()))
                .read(require(folder, "positions"), warnings);
        return new Firm(
                folder,
                prices,
                settings,
                calendars,
                Collections.unmodifiableSortedMap(instruments),
                accounts,
                lots,
                venues(folder, settings, warnings),
                warnings);
    }

    /**
     * Refuses a tax lot that is acquired after the business date: it cannot be sold before it is bought.
     *
     * @throws Problem of kind INPUT, naming its line of positions.csv
     */
    public static void refuseLotsAfter(Firm firm, LocalDate date) {
        if (firm.lots().stream().anyMatch(lot -> lot.acquired().isAfter(date))) {
            PositionsCsv.refuseAfter(require(firm.folder(), "positions"), date);
        }
    }

    private FirmSettings settings(Path folder, List<String> warnings) {
        Path file = TextFile.find(folder, "firm.yaml");
        if (file == null) {
            warnings.add("firm.yaml: not there, so every setting has its default");
            return FirmYaml.defaults();
        }
        return FirmYaml.read(file, methods);
    }

    private static List<Venue> venues(Path folder, FirmSettings settings, List<String> warnings) {
        Path file = TextFile.find(folder, "venues.csv", "venues.csv.gz");
        return file == null
                ? VenueKinds.standard(settings.execution())
                : VenuesCsv.read(file, settings.execution(), warnings);
    }

    private static TradingCalendars calendars(
            Path folder, FirmSettings settings, SortedMap<String, Instrument> instruments, List<String> warnings) {
        Path file = TextFile.find(folder, "calendars.csv", "calendars.csv.gz");
        Map<String, List<SpecialDay>> special = file == null ? Map.of() : CalendarsCsv.read(file, warnings);
        ExchangeCalendar standard = settings.calendar();
        var calendars = new TradingCalendars(standard.with(special.getOrDefault(standard.code(), List.of())), special);
        for (Instrument instrument : instruments.values()) {
            ExchangeCalendar calendar = calendars.of(instrument);
            if (!NextSessions.meet(calendar, settings.execution())) {
                throw Problem.input(
                        FirmYaml.place(folder.resolve("firm.yaml"), "execution"),
                        "Expected hours in which " + instrument.symbol() + " trades (" + calendar.code() + ", "
                                + calendar.hours().open() + " to "
                                + calendar.hours().close() + "), but got "
                                + settings.execution().open() + " to "
                                + settings.execution().close());
            }
        }
        return calendars;
    }

    private static Path require(Path folder, String name) {
        Path file = TextFile.find(folder, name + ".csv", name + ".csv.gz");
        if (file == null) {
            throw Problem.input(
                    Place.of(name + ".csv"),
                    "Expected " + name + ".csv or " + name + ".csv.gz in " + folder + ", but neither is there");
        }
        return file;
    }

    private SortedMap<String, Instrument> instruments(
            Path folder, Path prices, String currency, List<String> warnings) {
        Path file = TextFile.find(folder, "instruments.csv", "instruments.csv.gz");
        SortedMap<String, Instrument> instruments = new TreeMap<>();
        if (file == null) {
            instruments.putAll(new WellKnown().inferred(priceFile.symbols(prices), currency));
            warnings.add("instruments.csv: not there, so " + Counted.of(instruments.size(), "instrument")
                    + (instruments.size() == 1 ? " was" : " were") + " inferred from "
                    + prices.getFileName() + " as equities in " + currency + ", lots of 1, ticks of 0.01; "
                    + WellKnown.summary(instruments.values()));
        } else {
            instruments.putAll(InstrumentsCsv.read(file, currency));
        }
        for (Instrument instrument : instruments.values()) {
            if (!instrument.currency().equals(currency)) {
                throw Problem.input(
                        Place.of("instruments.csv"),
                        "Expected all instruments in " + currency
                                + ", the currency of the accounts, but " + instrument.symbol() + " is in "
                                + instrument.currency() + "; make one firm folder for each currency");
            }
        }
        if (instruments.isEmpty()) {
            throw Problem.input(Place.of("instruments.csv"), "Expected at least one instrument, but there is none");
        }
        unclassified("sector", instruments, Instrument::sector, warnings);
        for (String column : List.of("issuer", "country", "rating")) {
            if (instruments.values().stream().anyMatch(i -> i.fields().has(column))) {
                unclassified(column, instruments, i -> i.fields().text(column), warnings);
            }
        }
        return instruments;
    }

    /** Says once, for the whole firm, which instruments no limit of a group looks at. */
    private static void unclassified(
            String group,
            SortedMap<String, Instrument> instruments,
            Function<Instrument, String> of,
            List<String> warnings) {
        List<String> unknown = instruments.values().stream()
                .filter(instrument -> Sectors.unknown(of.apply(instrument)))
                .map(Instrument::symbol)
                .toList();
        if (!unknown.isEmpty()) {
            warnings.add("instruments.csv: " + unknown.size() + " of " + instruments.size() + " instruments have no "
                    + group + ", and no " + group + " limit looks at them: "
                    + String.join(", ", unknown.subList(0, Math.min(NAMED, unknown.size())))
                    + (unknown.size() > NAMED ? ", ..." : ""));
        }
    }

    /** Names in firm.yaml that must exist elsewhere. */
    private static void checkNames(
            Path folder,
            FirmSettings settings,
            SortedMap<String, Instrument> instruments,
            Set<String> accounts,
            List<String> warnings) {
        for (StrategySettings strategy : settings.strategies().values()) {
            for (String symbol : strategy.universe()) {
                if (!instruments.containsKey(symbol)) {
                    throw Problem.input(
                            FirmYaml.place(folder.resolve("firm.yaml"), "strategies"),
                            "Expected symbols of the instruments in the universe of \"" + strategy.name()
                                    + "\", but got \"" + symbol + "\""
                                    + NearestName.hint(symbol, instruments.keySet()));
                }
            }
        }
        for (String account : settings.shortAllowed()) {
            if (!accounts.contains(account)) {
                throw Problem.input(
                        FirmYaml.place(folder.resolve("firm.yaml"), "short_allowed"),
                        "Expected accounts of accounts.csv, but got \"" + account + "\""
                                + NearestName.hint(account, accounts));
            }
        }
        for (String symbol : settings.restricted()) {
            if (!instruments.containsKey(symbol)) {
                warnings.add("firm.yaml: restricted symbol \"" + symbol + "\" is not among the instruments"
                        + NearestName.hint(symbol, instruments.keySet()));
            }
        }
    }
}
