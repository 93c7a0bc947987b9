package dev.vesper.app.cli;

import dev.vesper.basics.Problem;
import dev.vesper.market.ticks.Span;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import picocli.CommandLine.Option;

/** When a recorded market was open. */
final class SessionOption {
    private static final DateTimeFormatter DIGITS = DateTimeFormatter.ofPattern("HHmm", Locale.ROOT);

    @Option(
            names = "--session",
            paramLabel = "HH:MM-HH:MM",
            defaultValue = "09:30-16:00",
            description = "When the market was open, its end not in it; 09:30-16:00 by default.")
    private String session = "09:30-16:00";

    Span span() {
        LocalTime[] ends = ends();
        if (!ends[1].isAfter(ends[0])) {
            throw wrong();
        }
        return new Span(millis(ends[0]), millis(ends[1]));
    }

    /** As part of a name: 0930_1600. */
    String digits() {
        LocalTime[] ends = ends();
        return DIGITS.format(ends[0]) + "_" + DIGITS.format(ends[1]);
    }

    /** As it was asked for. */
    String words() {
        return session;
    }

    private LocalTime[] ends() {
        int dash = session.indexOf('-');
        if (dash < 0) {
            throw wrong();
        }
        try {
            return new LocalTime[] {
                LocalTime.parse(session.substring(0, dash)), LocalTime.parse(session.substring(dash + 1))
            };
        } catch (DateTimeParseException none) {
            throw wrong();
        }
    }

    private Problem wrong() {
        return Problem.usage(
                "Expected a session such as 09:30-16:00, which ends after it begins, but got \"" + session + "\"");
    }

    private static long millis(LocalTime time) {
        return LocalTime.MIDNIGHT.until(time, ChronoUnit.MILLIS);
    }
}
