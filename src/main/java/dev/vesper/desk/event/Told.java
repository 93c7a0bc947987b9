package dev.vesper.desk.event;

import java.time.Instant;

/**
 * An event as it was stored.
 *
 * @param actor who had it stored, or {@code vesper}
 */
public record Told<E>(StreamId<E> stream, E event, Instant at, String actor) {}
