package dev.vesper.desk.idempotency;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Does what comes twice once. A request is noted before it is done and its answer afterwards; what was cut off between the
 * two is found unfinished and never done again unasked. Whether one runs is known to the process that does it alone.
 */
public final class IdempotentRequests {
    /** How long a key is kept at least. */
    public static final Duration KEPT = Duration.ofHours(24);

    /** How many keys one person may have within that time. */
    public static final int MOST = 5_000;

    /** Characters of the longest answer that is kept. */
    public static final int LONGEST_ANSWER = 32 * 1024;

    private record Key(String person, String key) {}

    private final IdempotencyStore store;
    private final InstantSource clock;
    private final int most;
    private final Set<Key> running = ConcurrentHashMap.newKeySet();

    public IdempotentRequests(IdempotencyStore store, InstantSource clock) {
        this(store, clock, MOST);
    }

    IdempotentRequests(IdempotencyStore store, InstantSource clock, int most) {
        this.store = store;
        this.clock = clock;
        this.most = most;
    }

    /**
     * Decides about a request; where it is the first, {@link #end} follows once it is answered, and {@link #cutOff} in any case.
     *
     * @param repeatable whether doing it twice is doing it once anyway, so that an unfinished one is simply done again
     */
    public Begun begin(KeyedRequest request, boolean repeatable) {
        Key key = new Key(request.person(), request.key());
        if (!running.add(key)) {
            return store.find(request.person(), request.key())
                    .filter(known -> !known.fingerprint().equals(request.fingerprint()))
                    .<Begun>map(known -> new Begun.Other(known.begunAt()))
                    .orElseGet(Begun.Running::new);
        }
        boolean first = false;
        try {
            Begun begun = decide(request, repeatable);
            first = begun instanceof Begun.First;
            return begun;
        } finally {
            if (!first) {
                running.remove(key);
            }
        }
    }

    private Begun decide(KeyedRequest request, boolean repeatable) {
        Instant now = clock.instant();
        return switch (store.begin(request, now, now.minus(KEPT), most)) {
            case FIRST -> new Begun.First();
            case TOO_MANY -> new Begun.TooMany(most);
            case KNOWN ->
                store.find(request.person(), request.key())
                        .map(known -> known(known, request, repeatable))
                        .orElseThrow(() -> new IllegalStateException(
                                "Expected a request that is noted, but it is gone; maybe it was deleted by hand"));
        };
    }

    private static Begun known(KnownRequest known, KeyedRequest request, boolean repeatable) {
        if (!known.fingerprint().equals(request.fingerprint())) {
            return new Begun.Other(known.begunAt());
        }
        if (!known.ended()) {
            return repeatable ? new Begun.First() : new Begun.Unfinished(known.begunAt());
        }
        return known.answer().<Begun>map(Begun.Again::new).orElseGet(() -> new Begun.Untold(known.begunAt()));
    }

    /**
     * Notes the answer of a first request.
     *
     * @param answer empty where it holds a secret
     */
    public void end(KeyedRequest request, Optional<FirstAnswer> answer) {
        store.end(
                request.person(),
                request.key(),
                answer.filter(kept -> kept.body().length() <= LONGEST_ANSWER));
    }

    /** A first request is not being done any more; where {@link #end} did not come before, it stays unfinished. */
    public void cutOff(KeyedRequest request) {
        running.remove(new Key(request.person(), request.key()));
    }
}
