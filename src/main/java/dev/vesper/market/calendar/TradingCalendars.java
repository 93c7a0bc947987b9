package dev.vesper.market.calendar;

import dev.vesper.market.Instrument;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whose sessions an instrument trades in: the calendar that its row names, else that of its venue, else every day for
 * crypto and Monday to Friday for currencies, else the firm's.
 *
 * @param standard the firm's, with its own days
 * @param special the firm's own days, by code of the calendar
 */
public record TradingCalendars(ExchangeCalendar standard, Map<String, List<SpecialDay>> special) {
    public TradingCalendars {
        special = Map.copyOf(special);
    }

    /** Of a firm that says nothing. */
    public static TradingCalendars usual() {
        return new TradingCalendars(ExchangeCalendars.ALL.get(ExchangeCalendars.STANDARD), Map.of());
    }

    /** The calendar of an instrument. */
    public ExchangeCalendar of(Instrument instrument) {
        return named(instrument.calendar())
                .or(() -> named(instrument.venue()))
                .or(() -> switch (instrument.assetClass()) {
                    case "Crypto" -> named(ExchangeCalendars.ALWAYS);
                    case "Currency" -> named(ExchangeCalendars.WEEKDAYS);
                    default -> Optional.empty();
                })
                .orElse(standard);
    }

    /** When a trade of an instrument is settled. */
    public LocalDate settles(Instrument instrument, LocalDate traded) {
        return SettlementCalendar.of(of(instrument)).settles(traded);
    }

    /** When what trades in a session is settled. */
    public LocalDate settles(TradingSession session) {
        return SettlementCalendar.of(named(session.calendar()).orElse(standard)).settles(session.date());
    }

    private Optional<ExchangeCalendar> named(String code) {
        return ExchangeCalendars.of(code)
                .map(found -> found.code().equals(standard.code())
                        ? standard
                        : found.with(special.getOrDefault(found.code(), List.of())));
    }
}
