package dev.vesper.desk.approval;

import dev.vesper.basics.Problem;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page of tasks ended. It holds by what they are sorted, so that a task that was answered since does not shift the
 * next page: it is seen again among those that are decided, and none is left out.
 *
 * @param open whether the last task was open then
 * @param raisedAt since when it waited
 * @param id names it
 */
public record TaskMark(boolean open, Instant raisedAt, String id) {
    private static final Pattern WORDS = Pattern.compile("(open|decided) ([0-9TZ:.-]{1,40}) (\\S{1,200})");

    /** The mark of the last task of a page. */
    public static TaskMark of(Question last) {
        return new TaskMark(last.open(), last.raisedAt(), last.id());
    }

    /**
     * Reads what {@link #toString} wrote.
     *
     * @throws Problem of kind INPUT where it is something else
     */
    public static TaskMark read(String text) {
        Matcher words = WORDS.matcher(text);
        try {
            if (words.matches()) {
                return new TaskMark(words.group(1).equals("open"), Instant.parse(words.group(2)), words.group(3));
            }
        } catch (DateTimeParseException noTime) {
            throw unknown(text);
        }
        throw unknown(text);
    }

    private static Problem unknown(String text) {
        return Problem.usage(
                "Expected after to be where the page before ended, as its link says, but got \"" + text + "\"");
    }

    /** Whether a task comes after it, in the order of {@link Questions#OPEN_FIRST}. */
    public boolean before(Question task) {
        if (task.open() != open) {
            return open;
        }
        int time = task.raisedAt().compareTo(raisedAt);
        return time < 0 || (time == 0 && task.id().compareTo(id) < 0);
    }

    /** For example {@code open 2018-04-11T12:00:00Z 2018-04-11-001/approve-trades}. */
    @Override
    public String toString() {
        return (open ? "open " : "decided ") + raisedAt + " " + id;
    }
}
