package dev.vesper.basics;

import java.util.List;

/**
 * A thing whose state changes by events only: commands are decided into events, events are stored, state is what the events
 * made of it. Holds nothing itself.
 *
 * @param <S> its state
 * @param <C> what is asked of it
 * @param <E> what happened to it
 */
public interface Decider<S, C, E> {
    /** Where it begins. */
    S initial();

    /** The events that follow from a command, or why it is denied. */
    Decision<E> decide(S state, C command);

    /**
     * The state after an event. Stored events are believed, so what could not have been decided is refused here too.
     *
     * @throws BrokenHistory where the event cannot follow
     */
    S apply(S state, E event);

    /**
     * The state after all events, from the beginning.
     *
     * @throws BrokenHistory where one cannot follow the ones before
     */
    default S replay(List<? extends E> events) {
        S state = initial();
        for (E event : events) {
            state = apply(state, event);
        }
        return state;
    }
}
