package dev.vesper.desk.trace;

import java.time.Instant;
import java.util.Map;

/**
 * Something that is over, as a span of a run's trace.
 *
 * @param trace 32 hex digits
 * @param id 16 hex digits
 * @param parent the span it is part of; empty for the run itself
 * @param name of few values, for example {@code check-data}: what tells one from another is an attribute
 * @param kind who it was between
 * @param failure what went wrong; empty where nothing did
 * @param attributes texts, whole numbers and booleans by name
 */
public record TracedSpan(
        String trace,
        String id,
        String parent,
        String name,
        Kind kind,
        Instant began,
        Instant ended,
        String failure,
        Map<String, Object> attributes) {
    /** Who it was between, in the words of OpenTelemetry. */
    public enum Kind {
        /** Nobody else. */
        INTERNAL,
        /** It waits for the answer of somebody else. */
        CLIENT,
        /** A message that was sent. */
        PRODUCER,
        /** A message that came. */
        CONSUMER
    }

    public TracedSpan {
        attributes = Map.copyOf(attributes);
        ended = ended.isBefore(began) ? began : ended; // the clock was put back meanwhile
    }
}
