package dev.vesper.adapters.firm;

import dev.vesper.adapters.text.CsvFile;
import dev.vesper.adapters.text.Row;
import dev.vesper.basics.NearestName;
import dev.vesper.market.calendar.ExchangeCalendar;
import dev.vesper.market.calendar.ExchangeCalendars;
import dev.vesper.market.calendar.SpecialDay;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** calendars.csv: single days on which an exchange is closed or keeps other hours, as the firm knows better than we do. */
final class CalendarsCsv {
    private static final List<String> REQUIRED = List.of("calendar", "date");
    private static final List<String> OPTIONAL = List.of("open", "close", "announced", "reason");

    private CalendarsCsv() {}

    /** By code of the calendar. */
    static Map<String, List<SpecialDay>> read(Path file, List<String> warnings) {
        Map<String, List<SpecialDay>> days = new LinkedHashMap<>();
        Map<String, Long> lines = new HashMap<>();
        CsvFile.read(file, header -> {
            warnings.addAll(header.check(REQUIRED, OPTIONAL));
            return row -> {
                ExchangeCalendar calendar = calendar(row, "calendar", row.text("calendar"));
                LocalDate date = row.date("date");
                Long before = lines.putIfAbsent(calendar.code() + " " + date, row.line());
                if (before != null) {
                    throw row.problem(
                            "date",
                            "Expected each day of a calendar once, but " + date + " of " + calendar.code()
                                    + " is also on line " + before);
                }
                days.computeIfAbsent(calendar.code(), _ -> new ArrayList<>()).add(day(row, calendar, date));
            };
        });
        return days;
    }

    private static SpecialDay day(Row row, ExchangeCalendar calendar, LocalDate date) {
        boolean announced = !row.textOr("announced", "").isEmpty();
        LocalDate known = announced ? row.date("announced") : LocalDate.MIN;
        String reason = row.textOr("reason", "calendars.csv");
        if (row.textOr("open", "").isEmpty() && row.textOr("close", "").isEmpty()) {
            return new SpecialDay(date, null, known, reason);
        }
        LocalTime open = time(row, "open", calendar.hours().open());
        LocalTime close = time(row, "close", calendar.hours().close());
        if (!close.isAfter(open)) {
            throw row.problem(
                    "close",
                    "Expected a close after the open, but " + close + " is not after " + open
                            + "; leave both empty where it is closed");
        }
        return new SpecialDay(date, new SpecialDay.Hours(open, close), known, reason);
    }

    private static LocalTime time(Row row, String column, LocalTime standard) {
        String text = row.textOr(column, "");
        try {
            return text.isEmpty() ? standard : LocalTime.parse(text.length() == 4 ? "0" + text : text);
        } catch (DateTimeException notATime) {
            throw row.problem(column, "Expected a time like 13:00, but got \"" + text + "\"");
        }
    }

    /** The calendar of a cell. */
    static ExchangeCalendar calendar(Row row, String column, String code) {
        return ExchangeCalendars.of(code)
                .orElseThrow(() -> row.problem(
                        column,
                        "Expected an exchange calendar (" + String.join(", ", ExchangeCalendars.ALL.words())
                                + "), but got \"" + code + "\""
                                + NearestName.hint(code.toUpperCase(Locale.ROOT), ExchangeCalendars.ALL.words())));
    }
}
