package dev.vesper.desk.firm;

import dev.vesper.market.Instrument;
import dev.vesper.market.Venue;
import dev.vesper.market.calendar.TradingCalendars;
import dev.vesper.portfolio.Account;
import dev.vesper.portfolio.TaxLot;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;

/**
 * The firm folder, read and checked; prices stay in their file because they go through the data contract.
 *
 * @param folder absolute path
 * @param pricesFile {@code prices.csv} or {@code prices.csv.gz}, absolute path inside the folder
 * @param calendars when its instruments trade
 * @param instruments by symbol
 * @param accounts ordered by id
 * @param lots ordered by account, symbol, acquired date and line
 * @param venues where its orders go, in the order in which a slice is offered to them
 * @param warnings what was inferred or repaired, as sentences
 */
public record Firm(
        Path folder,
        Path pricesFile,
        FirmSettings settings,
        TradingCalendars calendars,
        SortedMap<String, Instrument> instruments,
        List<Account> accounts,
        List<TaxLot> lots,
        List<Venue> venues,
        List<String> warnings) {
    public Firm {
        accounts = List.copyOf(accounts);
        lots = List.copyOf(lots);
        venues = List.copyOf(venues);
        warnings = List.copyOf(warnings);
    }

    /** Whether any of its instruments trades on a day. */
    public boolean trades(LocalDate date) {
        return instruments.values().stream()
                .anyMatch(instrument -> calendars.of(instrument).session(date).isPresent());
    }
}
