package dev.vesper.basics;

import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names one end of day, for example {@code 2018-04-11-001}: the business date and the number of the run for that date.
 * It is made once, before anything happens, and names folders, tags and order ids.
 */
public record RunId(String value) implements Comparable<RunId> {
    private static final Pattern FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}-\\d{3}");

    public RunId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "Expected a run id like 2018-04-11-001, but got \"" + value + "\"; ./vesper runs list shows them");
        }
    }

    public static RunId of(LocalDate date, int number) {
        return new RunId(String.format(Locale.ROOT, "%s-%03d", date, number));
    }

    /** Which of the runs of its date, from 1 on. */
    public int number() {
        return Integer.parseInt(value.substring(value.lastIndexOf('-') + 1));
    }

    public LocalDate date() {
        return LocalDate.parse(value.substring(0, 10));
    }

    @Override
    public int compareTo(RunId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
