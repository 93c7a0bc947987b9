package dev.vesper.desk.event;

/**
 * The events of one thing.
 *
 * @param events the kind of event, a sealed interface of records
 * @param value for example {@code four-eyes/2018-04-11-001}
 */
public record StreamId<E>(Class<E> events, String value) {
    @Override
    public String toString() {
        return value;
    }
}
