package dev.vesper.adapters.firm;

import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The six fields of a schedule, looked at where the file is read and not when the day should have begun. */
final class CronText {
    private static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    private static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");

    /** {@code *}, a value, a range, each with or without a step. */
    private static final Pattern PART =
            Pattern.compile("(?:[*]|(?<from>[0-9A-Z]{1,3})(?:-(?<to>[0-9A-Z]{1,3}))?)(?:/(?<step>[0-9]{1,3}))?");

    /** The last day, the last working day, the nearest working day, the third Friday. */
    private static final Pattern SPECIAL =
            Pattern.compile("L|LW|L-[0-9]{1,2}|[0-9]{1,2}W|[0-9A-Z]{1,3}L|[0-9A-Z]{1,3}#[1-5]");

    /** One field: what it is called, and its least and greatest value, which names of months and days count from. */
    private record Field(String name, int least, int most, List<String> names, boolean days) {
        private boolean holds(String text) {
            for (String part : text.split(",", -1)) {
                Matcher m = PART.matcher(part);
                boolean plain = m.matches()
                        && (m.group("from") == null || value(m.group("from")))
                        && (m.group("to") == null || value(m.group("to")))
                        && (m.group("step") == null || Integer.parseInt(m.group("step")) > 0);
                if (!plain
                        && !(days && (part.equals("?") || SPECIAL.matcher(part).matches()))) {
                    return false;
                }
            }
            return true;
        }

        private boolean value(String text) {
            if (names.contains(text)) {
                return true;
            }
            if (!text.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return false;
            }
            int number = Integer.parseInt(text);
            return number >= least && number <= most;
        }
    }

    private static final List<Field> FIELDS = List.of(
            new Field("seconds", 0, 59, List.of(), false),
            new Field("minutes", 0, 59, List.of(), false),
            new Field("hours", 0, 23, List.of(), false),
            new Field("day of month", 1, 31, List.of(), true),
            new Field("month", 1, 12, MONTHS, false),
            new Field("day of week", 0, 7, DAYS, true));

    private CronText() {}

    /** @throws Problem of kind INPUT that names the field and what it can be; the text has six fields */
    static void check(String cron, Place place) {
        String[] fields = cron.strip().split("\\s+", -1);
        for (int i = 0; i < fields.length; i++) {
            Field field = FIELDS.get(i);
            if (!field.holds(fields[i].toUpperCase(Locale.ROOT))) {
                throw Problem.input(
                        place,
                        "Expected " + field.name() + " of the schedule from " + field.least() + " to " + field.most()
                                + ", as *, 5, 1-5, 1,3 or */10, but got \"" + fields[i]
                                + "\"; a weekday evening is \"0 30 17 * * MON-FRI\"");
            }
        }
    }
}
