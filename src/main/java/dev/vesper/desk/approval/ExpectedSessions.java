package dev.vesper.desk.approval;

import dev.vesper.desk.firm.Firm;
import dev.vesper.execution.NextSessions;
import dev.vesper.execution.WorkingSession;
import dev.vesper.market.Instrument;
import dev.vesper.orders.ParentOrder;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * In which sessions orders are expected to be worked and when they then settle, by all that was known on the business date:
 * a holiday, a half day and a settlement cycle are said before anybody approves.
 */
final class ExpectedSessions {
    private ExpectedSessions() {}

    /**
     * For example {@code to be worked on 2026-11-27 09:30 to 13:00 America/New_York, a half day (XNYS), and settled on
     * 2026-11-30}; orders of several exchanges have one of each, and say who trades in it.
     *
     * @param business the date whose close decided the orders
     * @param orders asked for where the firm's instruments trade on several exchanges
     */
    static String of(Firm firm, LocalDate business, Supplier<List<ParentOrder>> orders) {
        NextSessions next = new NextSessions(firm.calendars(), firm.settings().execution(), business);
        Map<String, WorkingSession> sessions =
                byCalendar(firm, next, firm.instruments().values());
        if (sessions.size() > 1) {
            sessions = byCalendar(
                    firm,
                    next,
                    orders.get().stream()
                            .map(order -> Optional.ofNullable(firm.instruments().get(order.symbol())))
                            .flatMap(Optional::stream)
                            .toList());
        }
        return sessions.values().stream()
                .map(session ->
                        "to be worked on " + session + " (" + session.market().calendar()
                                + ") and settled on "
                                + firm.calendars().settles(session.market()))
                .collect(Collectors.joining("; "));
    }

    private static Map<String, WorkingSession> byCalendar(
            Firm firm, NextSessions next, Collection<Instrument> instruments) {
        Map<String, Instrument> one = new TreeMap<>();
        instruments.forEach(
                instrument -> one.putIfAbsent(firm.calendars().of(instrument).code(), instrument));
        Map<String, WorkingSession> sessions = new TreeMap<>();
        one.forEach((code, instrument) -> sessions.put(code, next.expected(instrument)));
        return sessions;
    }
}
