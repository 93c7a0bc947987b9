package dev.vesper.desk.operations;

import dev.vesper.basics.Problem;
import dev.vesper.basics.Visible;
import java.time.LocalDate;
import java.util.List;

/** What is asked for in numbers and words is within bounds, or refused with them. */
final class Bounds {
    private Bounds() {}

    /** What a person gives as a reason is kept as one line: a second one could pass for a line of the audit. */
    static String line(String reason) {
        return Visible.line(reason.strip());
    }

    /** More than anybody unticks one by one. */
    static List<String> leftOut(List<String> orders) {
        if (orders.size() > 1_000) {
            throw Problem.usage("Expected at most 1000 orders to be left out, but got " + orders.size()
                    + "; maybe reject the trades");
        }
        return orders.stream().map(String::strip).toList();
    }

    static int notNegative(int from) {
        if (from < 0 || from > 100_000_000) {
            throw Problem.usage("Expected from between 0 and 100000000, but got " + from);
        }
        return from;
    }

    static int positive(int most) {
        return upTo("most", most, 10_000);
    }

    static int upTo(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw Problem.usage("Expected " + name + " between 1 and " + most + ", but got " + value);
        }
        return value;
    }

    /** The calendars of exchanges are made for our time. */
    static LocalDate within(LocalDate from) {
        if (from.getYear() < 1970 || from.getYear() > 2200) {
            throw Problem.usage("Expected from between the years 1970 and 2200, but got " + from);
        }
        return from;
    }
}
