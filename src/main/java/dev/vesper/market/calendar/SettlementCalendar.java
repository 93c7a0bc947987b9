package dev.vesper.market.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * When a trade is settled: so many settlement days after it, by a dated table of its market. Settlement days are not those of
 * the exchange: New York trades on Columbus Day, and nothing settles. Trades of Friday, 2026-10-09, and of Monday, 10-12,
 * both settle on Tuesday, 10-13.
 */
public final class SettlementCalendar {
    /** The days of a cycle by the first trade date it holds for. */
    private final NavigableMap<LocalDate, Integer> cycles;

    private final Predicate<LocalDate> settles;

    private SettlementCalendar(Map<String, Integer> cycles, Predicate<LocalDate> settles) {
        this.cycles = new TreeMap<>(Map.of(LocalDate.MIN, cycles.getOrDefault("", 0)));
        cycles.forEach((from, days) -> {
            if (!from.isEmpty()) {
                this.cycles.put(LocalDate.parse(from), days);
            }
        });
        this.settles = settles;
    }

    /**
     * The settlement of an exchange's trades.
     *
     * @param exchange with the firm's own days: what closes it settles nothing, where the market has no days of its own
     */
    public static SettlementCalendar of(ExchangeCalendar exchange) {
        Predicate<LocalDate> trades = date -> exchange.session(date).isPresent();
        return switch (exchange.code()) {
            case "XNYS" ->
                new SettlementCalendar(
                        Map.of("", 3, "2017-09-05", 2, "2024-05-28", 1), trades.and(none(UNITED_STATES)));
            case "XTSE" ->
                new SettlementCalendar(Map.of("", 3, "2017-09-05", 2, "2024-05-27", 1), trades.and(none(CANADA)));
            case "XLON" -> new SettlementCalendar(EUROPEAN, trades);
            case "XPAR", "XETR" -> new SettlementCalendar(EUROPEAN, weekdays().and(none(TARGET)));
            case "XSWX" -> new SettlementCalendar(EUROPEAN, trades);
            case ExchangeCalendars.ALWAYS -> new SettlementCalendar(Map.of("", 0), trades);
            default -> new SettlementCalendar(Map.of("", 2), trades);
        };
    }

    /** The day on which a trade's cash and units change hands. */
    public LocalDate settles(LocalDate traded) {
        LocalDate date = traded;
        int days = cycles.floorEntry(traded).getValue();
        for (int i = 0; i < days; i++) {
            date = date.plusDays(1);
            while (!settles.test(date)) {
                date = date.plusDays(1);
            }
        }
        return date;
    }

    /** London, the European Union and Switzerland move on one day. */
    private static final Map<String, Integer> EUROPEAN = Map.of("", 3, "2014-10-06", 2, "2027-10-11", 1);

    /** The banks' holidays on which New York trades. */
    private static final List<Holiday> UNITED_STATES = List.of(
            Holiday.nth("Columbus Day", 2, DayOfWeek.MONDAY, 10), Holiday.mondayAfterSunday("Veterans Day", 11, 11));

    /** The bank holiday on which Toronto trades. */
    private static final List<Holiday> CANADA = List.of(Holiday.fixed("Remembrance Day", 11, 11));

    /** The days on which the euro's payment system is closed. */
    private static final List<Holiday> TARGET = List.of(
            Holiday.fixed("New Year's Day", 1, 1),
            Holiday.easter("Good Friday", -2),
            Holiday.easter("Easter Monday", 1),
            Holiday.fixed("Labour Day", 5, 1),
            Holiday.fixed("Christmas Day", 12, 25),
            Holiday.fixed("Christmas Holiday", 12, 26));

    private static Predicate<LocalDate> none(List<Holiday> holidays) {
        return date -> holidays.stream().noneMatch(holiday -> holiday.on(date));
    }

    private static Predicate<LocalDate> weekdays() {
        return date -> date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
    }
}
