package dev.vesper.desk.trace;

import dev.vesper.desk.run.RunRecord;
import java.util.Optional;

/**
 * Where people see the traces of runs.
 *
 * @param sent whether they are sent anywhere now
 * @param address where one is seen, with {@code {trace}} for its id; empty where nobody said
 */
public record TraceLinks(boolean sent, Optional<String> address) {
    /** Traces that go nowhere. */
    public static final TraceLinks NONE = new TraceLinks(false, Optional.empty());

    /** The trace of a run as it was stored. */
    public SeenTrace of(RunRecord run) {
        RunTrace trace = RunTrace.of(run);
        return new SeenTrace(
                trace.trace(),
                trace.root(),
                sent,
                address.map(at -> at.replace("{trace}", trace.trace())).orElse(""));
    }
}
