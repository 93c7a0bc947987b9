package dev.vesper.app.wiring;

import dev.vesper.adapters.firm.FirmFolder;
import dev.vesper.adapters.firm.PriceFile;
import dev.vesper.adapters.firm.SampleFirm;
import dev.vesper.adapters.firm.SampleSettings;
import dev.vesper.adapters.firm.TapeFile;
import dev.vesper.app.settings.Settings;
import dev.vesper.app.terminal.Console;
import dev.vesper.basics.Problem;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.firm.FirmReader;
import dev.vesper.execution.NextSessions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds the firm a command is about; makes the sample firm when it is first asked for. */
public final class Firms {
    private final Settings settings;
    private final FirmReader reader;
    private final Console console;
    private final StateWiring state;

    Firms(Settings settings, FirmReader reader, Console console, StateWiring state) {
        this.settings = settings;
        this.reader = reader;
        this.console = console;
        this.state = state;
    }

    /**
     * Reads a firm folder.
     *
     * @param folder null for the sample firm
     * @throws Problem of kind UNAVAILABLE where the sample firm must be made and another process holds the state folder
     */
    public Firm read(@Nullable Path folder) {
        Path chosen = folder == null
                ? settings.folder("firm")
                : folder.toAbsolutePath().normalize();
        if (folder == null && !Files.exists(chosen)) {
            state.lock.get(); // it is made in the state folder
            SampleFirm.makeIfAbsent(chosen, SampleSettings.standard());
            console.say("Made the sample firm in " + chosen);
        }
        return reader.read(chosen);
    }

    /**
     * Lets a day of a firm be opened, as far as its files tell.
     *
     * @throws Problem of kind INPUT where it holds lots of a later day, or no tape of a session
     */
    public static void mayOpen(Firm firm, LocalDate date) {
        FirmFolder.refuseLotsAfter(firm, date);
        new TapeFile().check(firm.folder(), sessions(firm, List.of(date)));
    }

    /** The last date of the prices that is not in the future; a date that cannot be read is the contract's business. */
    public static LocalDate lastPriceDate(Firm firm, LocalDate today) {
        return somePriceDates(firm, today).last();
    }

    /**
     * Every date of the prices that is not in the future, oldest first.
     *
     * @throws Problem of kind INPUT where there is none
     */
    public static NavigableSet<LocalDate> somePriceDates(Firm firm, LocalDate today) {
        NavigableSet<LocalDate> dates = priceDates(firm, today);
        if (dates.isEmpty()) {
            throw Problem.usage("Expected a price on or before " + today + " in "
                    + firm.pricesFile().getFileName()
                    + ", but there is none; maybe its dates are not written as YYYY-MM-DD");
        }
        return dates;
    }

    /** Every date of the prices that is not in the future, oldest first. */
    public static NavigableSet<LocalDate> priceDates(Firm firm, LocalDate today) {
        PriceDates dates = new PriceDates(today);
        new PriceFile()
                .read(
                        firm.pricesFile(),
                        (line, column, date, symbol, open, high, low, close, volume) -> dates.see(date));
        return dates.found;
    }

    /** The dates of the sessions in which days of these dates are worked. */
    public static Set<LocalDate> sessions(Firm firm, List<LocalDate> business) {
        Set<LocalDate> dates = new TreeSet<>();
        for (LocalDate date : business) {
            NextSessions next =
                    new NextSessions(firm.calendars(), firm.settings().execution(), date);
            firm.instruments()
                    .values()
                    .forEach(instrument -> dates.add(next.of(instrument).date()));
        }
        return dates;
    }

    private static final class PriceDates {
        private final LocalDate today;
        private final NavigableSet<LocalDate> found = new TreeSet<>();
        private String seen = "";

        PriceDates(LocalDate today) {
            this.today = today;
        }

        void see(String text) {
            if (text.equals(seen)) {
                return; // a day's rows mostly stand together
            }
            seen = text;
            try {
                LocalDate date = LocalDate.parse(text.strip());
                if (!date.isAfter(today)) {
                    found.add(date);
                }
            } catch (DateTimeParseException e) {
                // quarantined by the contract, with file and line
            }
        }
    }
}
