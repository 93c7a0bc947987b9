package dev.vesper.market.calendar;

import dev.vesper.basics.Registry;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The exchange calendars that Vesper knows: one line each. */
public final class ExchangeCalendars {
    /** Monday to Friday without holidays, in UTC. */
    public static final String WEEKDAYS = "WEEKDAYS";

    /** Every day, in UTC. */
    public static final String ALWAYS = "ALWAYS";

    /** Of a firm that names none. */
    public static final String STANDARD = "XNYS";

    public static final Registry<ExchangeCalendar> ALL = Registry.of(
            "exchange calendar",
            ExchangeCalendar::code,
            List.of(
                    NewYork.calendar(),
                    Toronto.calendar(),
                    London.calendar(),
                    Continent.paris(),
                    Continent.frankfurt(),
                    Continent.zurich(),
                    ExchangeCalendar.weekdays(
                            WEEKDAYS, "Monday to Friday", "UTC", "09:30", "16:00", List.of(), List.of(), List.of()),
                    ExchangeCalendar.always(ALWAYS, "every day", "UTC", "00:00", "23:59")));

    /** Venues that keep the days and hours of another. */
    private static final Map<String, String> SAME = Map.ofEntries(
            Map.entry("XNAS", "XNYS"),
            Map.entry("XNGS", "XNYS"),
            Map.entry("XNMS", "XNYS"),
            Map.entry("XNCM", "XNYS"),
            Map.entry("XASE", "XNYS"),
            Map.entry("ARCX", "XNYS"),
            Map.entry("BATS", "XNYS"),
            Map.entry("IEXG", "XNYS"),
            Map.entry("XAMS", "XPAR"),
            Map.entry("XBRU", "XPAR"),
            Map.entry("XLIS", "XPAR"));

    private ExchangeCalendars() {}

    /** The calendar of a market identifier in any case, for example that of New York for {@code XNAS}; empty where none is known. */
    public static Optional<ExchangeCalendar> of(String venue) {
        String code = venue.strip().toUpperCase(Locale.ROOT);
        return ALL.find(SAME.getOrDefault(code, code));
    }
}
