package dev.vesper.execution;

import dev.vesper.basics.Problem;
import dev.vesper.market.Instrument;
import dev.vesper.market.calendar.ExchangeCalendar;
import dev.vesper.market.calendar.TradingCalendars;
import dev.vesper.market.calendar.TradingSession;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * When what was decided at the close of a business date is worked: in the next session of each instrument's calendar. May
 * serve threads.
 */
public final class NextSessions {
    private static final int MOST_SESSIONS = 30;

    private final TradingCalendars calendars;
    private final ExecutionSettings settings;
    private final LocalDate business;
    private final Map<String, WorkingSession> known = new ConcurrentHashMap<>();

    /**
     * The sessions after a day.
     *
     * @param settings the hours in which the firm works orders, and how long a slice is
     * @param business the date whose close decides
     */
    public NextSessions(TradingCalendars calendars, ExecutionSettings settings, LocalDate business) {
        this.calendars = calendars;
        this.settings = settings;
        this.business = business;
    }

    /** In which session the orders of an instrument are worked, closures that nobody foresaw included. */
    public WorkingSession of(Instrument instrument) {
        ExchangeCalendar calendar = calendars.of(instrument);
        return known.computeIfAbsent(calendar.code(), _ -> next(calendar));
    }

    /** In which session they would be worked, by all that was known on the business date. */
    public WorkingSession expected(Instrument instrument) {
        return next(calendars.of(instrument).asKnownOn(business));
    }

    /** Of the firm's own calendar. */
    public WorkingSession standard() {
        return known.computeIfAbsent(calendars.standard().code(), _ -> next(calendars.standard()));
    }

    private WorkingSession next(ExchangeCalendar calendar) {
        LocalDate after = business;
        for (int i = 0; i < MOST_SESSIONS; i++) {
            TradingSession session = calendar.next(after);
            Optional<WorkingSession> working = WorkingSession.of(session, settings);
            if (working.isPresent()) {
                return working.get();
            }
            after = session.date();
        }
        throw Problem.usage("Expected hours in which " + calendar.code() + " trades, but execution.open to close, "
                + settings.open() + " to " + settings.close() + ", meets none of its sessions after " + business);
    }

    /** Whether the usual hours of a calendar and those of the firm meet. */
    public static boolean meet(ExchangeCalendar calendar, ExecutionSettings settings) {
        return settings.open().isBefore(calendar.hours().close())
                && settings.close().isAfter(calendar.hours().open());
    }
}
