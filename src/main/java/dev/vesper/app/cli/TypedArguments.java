package dev.vesper.app.cli;

import dev.vesper.basics.RunId;
import java.time.DateTimeException;
import java.time.LocalDate;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** What stands on the command line as a value of its own type: dates and run ids. */
public final class TypedArguments {
    private TypedArguments() {}

    /** Teaches a line and its sub-commands to read them; what cannot be read is told with what was expected. */
    public static void teach(CommandLine line) {
        line.registerConverter(LocalDate.class, TypedArguments::date);
        line.registerConverter(RunId.class, TypedArguments::run);
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException notADate) {
            throw new TypeConversionException("Expected a date like 2018-04-11, but got \"" + text + "\"");
        }
    }

    private static RunId run(String text) {
        try {
            return new RunId(text);
        } catch (IllegalArgumentException notARun) {
            throw new TypeConversionException(String.valueOf(notARun.getMessage()));
        }
    }
}
