package dev.vesper.adapters.api;

import dev.vesper.adapters.text.PercentText;
import dev.vesper.basics.Problem;
import dev.vesper.desk.operations.Caller;
import dev.vesper.desk.operations.Person;
import dev.vesper.desk.operations.Reader;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who asks, as a request says it: a header with the person's name, percent-encoded; without it nobody is named. */
public final class Callers {
    public static final String HEADER = "Vesper-Person";

    private Callers() {}

    /** The header's value, or empty where nobody is named. */
    public static Optional<String> header(Caller caller) {
        return caller.person().map(PercentText::encoded);
    }

    /**
     * Who a request names.
     *
     * @param headers the values of {@link #HEADER}, or null where there is none
     * @throws Problem of kind INPUT where they are several, not percent-encoded, or no person's name
     */
    public static Caller read(@Nullable List<String> headers) {
        if (headers == null || headers.isEmpty()) {
            return new Reader();
        }
        if (headers.size() > 1) {
            throw Problem.usage("Expected one header " + HEADER + ", but there are " + headers.size());
        }
        return new Person(PercentText.decoded(headers.getFirst()));
    }
}
