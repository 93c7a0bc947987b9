package dev.vesper.adapters.firm;

import dev.vesper.adapters.text.CsvFile;
import dev.vesper.adapters.text.CsvText;
import dev.vesper.adapters.text.TextFile;
import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import dev.vesper.desk.firm.Firm;
import dev.vesper.market.Instrument;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes a firm folder from any price file: {@code firm new DIR --prices FILE --accounts N --cash AMOUNT}. */
public final class NewFirm {
    private static final String CURRENCY = "USD";

    private NewFirm() {}

    /**
     * What was made.
     *
     * @param warnings what the user should know of the prices, as sentences
     */
    public record Made(
            Path folder,
            int instruments,
            int accounts,
            long prices,
            LocalDate firstDate,
            LocalDate lastDate,
            List<String> warnings) {
        public Made {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * Makes the folder, whole or not at all: the prices as they are, instruments inferred from them, accounts that hold
     * only cash and take the default strategies in turn, no positions, and a firm.yaml with every default.
     *
     * @param prices long or wide, .csv or .csv.gz; a file of one instrument takes its symbol from the file's name
     * @param cash of each account, in USD, greater than zero
     * @throws Problem of kind INPUT where the folder is not empty, the numbers make no sense or the file is no price
     *     file; of kind UNAVAILABLE where the disk refuses
     */
    public static Made make(Path folder, Path prices, int accounts, BigDecimal cash) {
        if (accounts < 1 || accounts > 999) {
            throw Problem.usage("Expected 1 to 999 accounts, but got " + accounts);
        }
        if (cash.signum() <= 0) {
            throw Problem.usage("Expected cash greater than zero for each account, but got " + cash.toPlainString());
        }
        PriceSurvey survey = new PriceSurvey(TextFile.nameOf(prices));
        PriceFile.takingSymbolFromName().read(prices, survey);
        survey.mustBeMostlyGood();
        try (FolderDraft draft = FolderDraft.of(folder)) {
            takePrices(draft, prices);
            writeInstruments(draft, survey);
            writeAccounts(draft, accounts, cash);
            draft.write("positions.csv", String.join(",", PositionsCsv.COLUMNS));
            draft.write("firm.yaml", FirmYamlText.of(nameOf(folder), false, FirmYaml.SEED, List.of()));
            Firm firm = new FirmFolder().read(draft.path()); // what we make, we can read
            draft.appear();
            List<String> warnings = new ArrayList<>(survey.warnings());
            warnings.addAll(firm.warnings());
            warnings.add(WellKnown.summary(firm.instruments().values()));
            return new Made(
                    folder.toAbsolutePath().normalize(),
                    firm.instruments().size(),
                    accounts,
                    survey.rows(),
                    survey.firstDate(),
                    survey.lastDate(),
                    warnings);
        }
    }

    /** Copies the file; one of a single instrument is written anew with its symbol. */
    private static void takePrices(FolderDraft draft, Path prices) {
        boolean[] single = {false};
        CsvFile.read(prices, header -> {
            single[0] = PriceLayout.of(header) == PriceLayout.SINGLE;
            throw new CsvFile.Enough();
        });
        if (!single[0]) {
            draft.copy(TextFile.nameOf(prices).endsWith(".gz") ? "prices.csv.gz" : "prices.csv", prices);
            return;
        }
        List<String> lines = new ArrayList<>();
        lines.add("date,symbol,open,high,low,close,volume");
        PriceFile.takingSymbolFromName()
                .read(
                        prices,
                        (line, column, date, symbol, open, high, low, close, volume) -> lines.add(
                                CsvText.line(date, symbol, or(open), or(high), or(low), or(close), or(volume))));
        draft.write("prices.csv", lines);
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static void writeInstruments(FolderDraft draft, PriceSurvey survey) {
        List<String> lines = new ArrayList<>();
        lines.add(String.join(",", InstrumentsCsv.COLUMNS));
        for (Instrument instrument :
                new WellKnown().inferred(survey.lastDates().keySet(), CURRENCY).values()) {
            lines.add(InstrumentsCsv.line(instrument));
        }
        draft.write("instruments.csv", lines);
    }

    private static void writeAccounts(FolderDraft draft, int accounts, BigDecimal cash) {
        List<String> lines = new ArrayList<>();
        lines.add(String.join(",", AccountsCsv.COLUMNS));
        for (int i = 1; i <= accounts; i++) {
            String strategy = DefaultStrategies.ofAccount(i - 1);
            lines.add(CsvText.line(
                    String.format(Locale.ROOT, "ACC%02d", i),
                    "Account " + i,
                    CURRENCY,
                    cash.toPlainString(),
                    strategy));
        }
        draft.write("accounts.csv", lines);
    }

    private static String nameOf(Path folder) {
        String name = TextFile.nameOf(folder.toAbsolutePath().normalize());
        if (name.chars().anyMatch(Character::isISOControl)) {
            throw Problem.input(Place.of(name), "Expected a folder name of plain text");
        }
        return name;
    }
}
