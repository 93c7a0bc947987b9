package dev.vesper.desk.event;

import dev.vesper.basics.BrokenHistory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Where things stand by their events, of which what was read before is not read again: where a stream holds as many events as
 * then, it stands where it stood, and where it holds more, those are applied. For what is asked all the time.
 *
 * <p>What was read was vouched for when it was read. That somebody altered it since is found by who reads all of it, as every
 * answer to an approval does, and by {@code ./vesper audit verify}.
 *
 * @param <E> what happens to the things
 * @param <S> where one stands
 */
public final class Replays<E, S> {
    /** More than are open at a time; what was not looked at for longest is read anew. */
    private static final int REMEMBERED = 500;

    private final EventLog events;
    private final S initial;
    private final BiFunction<S, E, S> apply;
    private final Map<String, Replay<E, S>> newest = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Replay<E, S>> eldest) {
            return size() > REMEMBERED;
        }
    };

    /**
     * Over stored events.
     *
     * @param initial where everything begins
     * @param apply where a thing stands after one more event; what cannot follow is a {@link BrokenHistory}
     */
    public Replays(EventLog events, S initial, BiFunction<S, E, S> apply) {
        this.events = events;
        this.initial = initial;
        this.apply = apply;
    }

    /**
     * Where a thing stands.
     *
     * @param past its events, oldest first
     */
    public record Replay<E, S>(StreamId<E> stream, List<Told<E>> past, S state) {
        public Replay {
            past = List.copyOf(past);
        }

        /** What follows, if nobody is quicker. */
        public Append<E> then(List<E> next) {
            return new Append<>(stream, past.size(), next);
        }
    }

    /**
     * Where a thing stands now.
     *
     * @throws BrokenHistory where its events are not those that the audit log vouches for, or fewer than before
     */
    public Replay<E, S> of(StreamId<E> stream) {
        Replay<E, S> before = known(stream);
        List<Told<E>> more = events.after(stream, before.past().size());
        if (more.isEmpty()) {
            return before;
        }
        S state = before.state();
        for (Told<E> told : more) {
            state = apply.apply(state, told.event());
        }
        List<Told<E>> past = new ArrayList<>(before.past());
        past.addAll(more);
        Replay<E, S> now = new Replay<>(stream, past, state);
        synchronized (newest) {
            newest.merge(stream.value(), now, Replays::longer); // another thread may have read more meanwhile
        }
        return now;
    }

    /**
     * The same of several, whose lengths are asked at one go: answers {@link #of} for each of them, and reads nothing where a
     * stream is as long as before.
     */
    public Function<StreamId<E>, Replay<E, S>> at(Collection<StreamId<E>> streams) {
        Map<String, Integer> lengths = events.lengths(streams);
        return stream -> {
            Replay<E, S> before = known(stream);
            return lengths.getOrDefault(stream.value(), 0) == before.past().size() ? before : of(stream);
        };
    }

    private static <E, S> Replay<E, S> longer(Replay<E, S> one, Replay<E, S> other) {
        return one.past().size() > other.past().size() ? one : other;
    }

    private Replay<E, S> known(StreamId<E> stream) {
        synchronized (newest) {
            Replay<E, S> known = newest.get(stream.value());
            return known == null ? new Replay<>(stream, List.of(), initial) : known;
        }
    }
}
