package dev.vesper.market.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The sessions of one exchange: its hours, the holidays that come back, the half days, and single dates that no rule tells.
 * A single date goes before every rule. Example: New York, Monday to Friday, 09:30 to 16:00; closed on 2026-11-26, until
 * 13:00 on 2026-11-27.
 */
public final class ExchangeCalendar {
    /** No exchange was ever closed for so many days: who finds no session in them asks a calendar that has none. */
    private static final int MOST_DAYS = 400;

    private final String code;
    private final String name;
    private final ZoneId zone;
    private final SpecialDay.Hours hours;
    private final boolean weekends;
    private final List<Holiday> holidays;
    private final List<EarlyClose> earlyCloses;
    private final Map<LocalDate, SpecialDay> special;

    private ExchangeCalendar(
            String code,
            String name,
            ZoneId zone,
            SpecialDay.Hours hours,
            boolean weekends,
            List<Holiday> holidays,
            List<EarlyClose> earlyCloses,
            Map<LocalDate, SpecialDay> special) {
        this.code = code;
        this.name = name;
        this.zone = zone;
        this.hours = hours;
        this.weekends = weekends;
        this.holidays = holidays;
        this.earlyCloses = earlyCloses;
        this.special = special;
    }

    /** Monday to Friday. */
    static ExchangeCalendar weekdays(
            String code,
            String name,
            String zone,
            String open,
            String close,
            List<Holiday> holidays,
            List<EarlyClose> earlyCloses,
            List<SpecialDay> special) {
        return new ExchangeCalendar(
                        code,
                        name,
                        ZoneId.of(zone),
                        new SpecialDay.Hours(LocalTime.parse(open), LocalTime.parse(close)),
                        false,
                        List.copyOf(holidays),
                        List.copyOf(earlyCloses),
                        Map.of())
                .with(special);
    }

    /** Every day of the week. */
    static ExchangeCalendar always(String code, String name, String zone, String open, String close) {
        return new ExchangeCalendar(
                code,
                name,
                ZoneId.of(zone),
                new SpecialDay.Hours(LocalTime.parse(open), LocalTime.parse(close)),
                true,
                List.of(),
                List.of(),
                Map.of());
    }

    /** Market identifier code (ISO 10383), or a word of ours such as {@code WEEKDAYS}. */
    public String code() {
        return code;
    }

    /** For people. */
    public String name() {
        return name;
    }

    /** In which its hours are told. */
    public ZoneId zone() {
        return zone;
    }

    /** Open and close of a usual day. */
    public SpecialDay.Hours hours() {
        return hours;
    }

    /** The same exchange in another time zone. */
    public ExchangeCalendar in(ZoneId other) {
        return new ExchangeCalendar(code, name, other, hours, weekends, holidays, earlyCloses, special);
    }

    /** The same exchange with further single dates; one that is there already is replaced. */
    public ExchangeCalendar with(Collection<SpecialDay> days) {
        Map<LocalDate, SpecialDay> all = new HashMap<>(special);
        days.forEach(day -> all.put(day.date(), day));
        return new ExchangeCalendar(code, name, zone, hours, weekends, holidays, earlyCloses, Map.copyOf(all));
    }

    /** What was known of the calendar at the end of a day: closures that were announced later are not in it. */
    public ExchangeCalendar asKnownOn(LocalDate day) {
        Map<LocalDate, SpecialDay> known = new HashMap<>(special);
        known.values().removeIf(single -> single.announced().isAfter(day));
        return new ExchangeCalendar(code, name, zone, hours, weekends, holidays, earlyCloses, Map.copyOf(known));
    }

    /** The session of a day; empty where it is closed. */
    public Optional<TradingSession> session(LocalDate date) {
        SpecialDay single = special.get(date);
        if (single != null) {
            SpecialDay.Hours told = single.hours();
            return told == null ? Optional.empty() : Optional.of(session(date, told.open(), told.close()));
        }
        if (closed(date).isPresent()) {
            return Optional.empty();
        }
        LocalTime close = earlyCloses.stream()
                .filter(early -> early.day().on(date))
                .map(EarlyClose::close)
                .min(LocalTime::compareTo)
                .orElse(hours.close());
        return Optional.of(session(date, hours.open(), close));
    }

    private TradingSession session(LocalDate date, LocalTime open, LocalTime close) {
        return new TradingSession(code, date, zone, open, close, close.isBefore(hours.close()));
    }

    /** Why there is no session, for example {@code Good Friday}; empty where there is one. */
    public Optional<String> closed(LocalDate date) {
        SpecialDay single = special.get(date);
        if (single != null) {
            return single.hours() == null ? Optional.of(single.why()) : Optional.empty();
        }
        DayOfWeek weekday = date.getDayOfWeek();
        if (!weekends && (weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY)) {
            return Optional.of("a weekend");
        }
        return holidays.stream()
                .filter(holiday -> holiday.on(date))
                .map(Holiday::name)
                .findFirst();
    }

    /** Why a session has other hours than the usual ones, for example {@code Christmas Eve}; empty where it has not, or is none. */
    public Optional<String> otherHours(LocalDate date) {
        SpecialDay single = special.get(date);
        if (single != null) {
            return single.hours() == null || single.hours().equals(hours)
                    ? Optional.empty()
                    : Optional.of(single.why());
        }
        return closed(date).isPresent()
                ? Optional.empty()
                : earlyCloses.stream()
                        .filter(early -> early.day().on(date))
                        .map(early -> early.day().name())
                        .findFirst();
    }

    /**
     * The first session after a day.
     *
     * @throws IllegalStateException where there is none for more than a year
     */
    public TradingSession next(LocalDate after) {
        LocalDate date = after;
        for (int i = 0; i < MOST_DAYS; i++) {
            date = date.plusDays(1);
            Optional<TradingSession> session = session(date);
            if (session.isPresent()) {
                return session.get();
            }
        }
        throw new IllegalStateException("Expected a session of " + code + " within " + MOST_DAYS + " days after "
                + after + ", but it is closed on all of them; maybe calendars.csv closes too many");
    }

    /** Sessions after {@code from} up to and including {@code to}: Friday to Monday is 1. Zero where {@code to} is not later. */
    public int sessionsBetween(LocalDate from, LocalDate to) {
        int count = 0;
        for (LocalDate date = from.plusDays(1); !date.isAfter(to); date = date.plusDays(1)) {
            count += session(date).isPresent() ? 1 : 0;
        }
        return count;
    }

    @Override
    public String toString() {
        return code;
    }
}
