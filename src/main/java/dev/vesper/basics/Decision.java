package dev.vesper.basics;

import java.util.List;

/**
 * What {@code decide(state, command)} answers: the events that follow, or a refusal that carries its numbers.
 *
 * @param <E> the kind of event
 */
public sealed interface Decision<E> {
    /** The command is accepted; applying the events in order gives the new state. */
    record Accepted<E>(List<E> events) implements Decision<E> {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /** The command is denied by us; nothing changes. */
    record Denied<E>(Refusal refusal) implements Decision<E> {}

    static <E> Decision<E> accepted(E event) {
        return new Accepted<>(List.of(event));
    }

    static <E> Decision<E> denied(RefusalKind kind, String message) {
        return new Denied<>(new Refusal(kind, message));
    }
}
