package dev.vesper.desk.rebalance;

import dev.vesper.desk.firm.Firm;
import dev.vesper.execution.NextSessions;
import dev.vesper.market.calendar.ExchangeCalendar;
import dev.vesper.market.calendar.SessionDates;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** When the orders of a day are expected to be traded, by all that was known on it. */
final class Sessions {
    private Sessions() {}

    static SessionDates expected(Firm firm, LocalDate business) {
        NextSessions next = new NextSessions(firm.calendars(), firm.settings().execution(), business);
        Map<String, LocalDate> byCalendar = new HashMap<>();
        Map<String, LocalDate> dates = new HashMap<>();
        Map<String, ExchangeCalendar> calendars = new HashMap<>();
        firm.instruments().forEach((symbol, instrument) -> {
            ExchangeCalendar calendar = firm.calendars().of(instrument);
            calendars.put(symbol, calendar);
            dates.put(
                    symbol,
                    byCalendar.computeIfAbsent(
                            calendar.code(), _ -> next.expected(instrument).date()));
        });
        return new SessionDates(business, dates, calendars);
    }
}
