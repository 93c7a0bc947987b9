package dev.vesper.adapters.api;

import dev.vesper.adapters.text.PercentText;
import dev.vesper.desk.operations.Caller;
import dev.vesper.desk.operations.Person;
import dev.vesper.desk.operations.Reader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who asks, as a request says it: a header with the person's name, percent-encoded; without it nobody is named. */
public final class Callers {
    public static final String HEADER = "Vesper-Person";

    private Callers() {}

    /** The header's value, or empty where nobody is named. */
    public static Optional<String> header(Caller caller) {
        return switch (caller) {
            case Person(String name) -> Optional.of(PercentText.encoded(name));
            case Reader _ -> Optional.empty();
        };
    }

    /**
     * Who a header names.
     *
     * @throws dev.vesper.basics.Problem of kind INPUT where it is not percent-encoded
     */
    public static Caller read(@Nullable String header) {
        return header == null ? new Reader() : new Person(PercentText.decoded(header));
    }
}
