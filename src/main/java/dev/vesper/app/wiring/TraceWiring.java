package dev.vesper.app.wiring;

import dev.vesper.app.settings.Settings;
import dev.vesper.basics.Times;
import dev.vesper.desk.execution.Venues;
import dev.vesper.desk.run.Stage;
import dev.vesper.desk.trace.LogMarks;
import dev.vesper.desk.trace.RunTrace;
import dev.vesper.desk.trace.RunTracer;
import dev.vesper.desk.trace.SpanSink;
import dev.vesper.desk.trace.TracedStage;
import dev.vesper.desk.trace.TracedVenues;
import org.slf4j.MDC;

/** Runs as traces: their ids in the log, always; their spans to a collector, where one is set. */
public final class TraceWiring {
    /** Under which names the log knows the span that a line belongs to. */
    static final String TRACE = "trace_id";

    static final String SPAN = "span_id";

    /** Draws the runs that are worked here. */
    public final Part<RunTracer> tracer;

    /** The orders that are told one by one. */
    final Part<TracedVenues.Followed> followed;

    private final Settings settings;

    TraceWiring(OpenParts open, Settings settings, Times times, StoreWiring store, MetersWiring meters) {
        this.settings = settings;
        Part<SpanSink> sink = new Part<>(open, "spans", () -> SentSpans.open(settings, meters.meters.get()));
        tracer = new Part<>(open, "traces", () -> {
            var kept = store.store.get();
            SpanSink told = settings.telemetry().endpoint().isPresent() ? sink.get() : SpanSink.NONE;
            return new RunTracer(kept.runs(), kept.tasks(), times.clock(), told);
        });
        followed = new Part<>(
                open,
                "followed-orders",
                () -> new TracedVenues.Followed(
                        tracer.get(), settings.telemetry().depth()));
    }

    /** The stage as a span. */
    Stage traced(Stage stage) {
        return new TracedStage(stage, tracer.get(), TraceWiring::mark);
    }

    /** The venues with their slices as spans. */
    Venues traced(Venues venues) {
        return new TracedVenues(venues, tracer.get(), settings.telemetry().depth(), followed.get());
    }

    /** Marks this thread's lines; what marked them before does so again afterwards. */
    static LogMarks.Mark mark(RunTrace trace, String span) {
        String traceBefore = MDC.get(TRACE);
        String spanBefore = MDC.get(SPAN);
        MDC.put(TRACE, trace.trace());
        MDC.put(SPAN, span);
        return () -> {
            MDC.put(TRACE, traceBefore); // null takes it away
            MDC.put(SPAN, spanBefore);
            if (traceBefore == null) {
                MDC.remove(TRACE);
                MDC.remove(SPAN);
            }
        };
    }
}
