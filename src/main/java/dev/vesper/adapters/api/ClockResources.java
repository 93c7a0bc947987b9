package dev.vesper.adapters.api;

import dev.vesper.desk.practice.ClockFace;
import java.util.List;

/** The clock, over HTTP. */
public final class ClockResources {
    /** Nothing more. */
    public record Any() {}

    /** How far. */
    public record Forward(String to) {}

    public static final Resource<Any, ClockFace> SHOW = Resource.get(
            "/api/v1/clock",
            "What the clock shows that everything goes by; of a simulated one also what is due next.",
            Any.class,
            Answers.one(ClockFace.class),
            (operations, _) -> operations.clock().show());

    public static final Resource<Forward, ClockFace> FORWARD = Resource.post(
            "/api/v1/clock/forward",
            "Puts a simulated clock forward, to next, by a duration (PT30M), or to a local time; it stops at what is due.",
            Forward.class,
            Answers.one(ClockFace.class),
            (operations, q) -> operations.clock().forward(q.to()));

    static final List<Resource<?, ?>> ALL = List.of(SHOW, FORWARD);

    private ClockResources() {}
}
