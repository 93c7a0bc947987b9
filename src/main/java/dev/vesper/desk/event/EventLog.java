package dev.vesper.desk.event;

import dev.vesper.basics.BrokenHistory;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
     * Those of a stream that follow its first ones, oldest first; the first ones are not looked at again.
     *
     * @param first how many the caller has read before
     * @throws BrokenHistory where the stream is shorter by now, or the others are not what the audit log vouches for
     */
    default <E> List<Told<E>> after(StreamId<E> stream, int first) {
        List<Told<E>> all = told(stream);
        if (all.size() < first) {
            throw shorter(stream, first, all.size());
        }
        return all.subList(first, all.size());
    }

    /** How many events streams hold; one without any may be left out. */
    default Map<String, Integer> lengths(Collection<? extends StreamId<?>> streams) {
        return streams.stream()
                .distinct()
                .collect(
                        Collectors.toMap(StreamId::value, stream -> read(stream).size()));
    }

    /** What a stream is that holds fewer events than it held. */
    static BrokenHistory shorter(StreamId<?> stream, int held, int holds) {
        return new BrokenHistory("Expected " + stream + " to hold the " + held + " events that were read, but it holds "
                + holds + "; ./vesper audit verify tells more");
    }

    /**
     * All events of the streams whose names begin alike, stream by stream, oldest first.
     *
     * @param prefix for example {@code four-eyes/}
     * @throws BrokenHistory where they are not the events that the audit log vouches for
     */
    <E> List<Told<E>> readAll(Class<E> events, String prefix);
}
