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
}
