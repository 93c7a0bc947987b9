package dev.vesper.desk.event;

import dev.vesper.basics.BrokenHistory;
import java.util.List;

/** The stored events. They are appended by the stores that keep what follows from them: see {@link Append}. */
public interface EventLog {
    /**
     * All events of a stream, oldest first.
     *
     * @throws BrokenHistory where they are not the events that the audit log vouches for
     */
    <E> List<E> read(StreamId<E> stream);

    /**
     * The same, with when and by whom each was told.
     *
     * @throws BrokenHistory as above
     */
    default <E> List<Told<E>> told(StreamId<E> stream) {
        return readAll(stream.events(), stream.value()).stream()
                .filter(one -> one.stream().equals(stream))
                .toList();
    }

    /**
     * All events of the streams whose names begin alike, stream by stream, oldest first.
     *
     * @param prefix for example {@code four-eyes/}
     * @throws BrokenHistory where they are not the events that the audit log vouches for
     */
    <E> List<Told<E>> readAll(Class<E> events, String prefix);
}
