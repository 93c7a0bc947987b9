package dev.vesper.testing;

import dev.vesper.desk.idempotency.FirstAnswer;
import dev.vesper.desk.idempotency.IdempotencyStore;
import dev.vesper.desk.idempotency.IdempotentRequests;
import dev.vesper.desk.idempotency.KeyedRequest;
import dev.vesper.desk.idempotency.KnownRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Requests with a key, in memory. */
public final class MemoryRequests implements IdempotencyStore {
    private record Key(String person, String key) {}

    private final Map<Key, KnownRequest> kept = new HashMap<>();

    /** For a server whose keys do not matter to the test. */
    public static IdempotentRequests kept() {
        return new IdempotentRequests(new MemoryRequests(), InstantSource.system());
    }

    @Override
    public synchronized Noted begin(KeyedRequest request, Instant at, Instant forgetBefore, int most) {
        kept.entrySet()
                .removeIf(old -> old.getKey().person().equals(request.person())
                        && old.getValue().begunAt().isBefore(forgetBefore));
        Key key = new Key(request.person(), request.key());
        if (kept.containsKey(key)) {
            return Noted.KNOWN;
        }
        if (kept.keySet().stream()
                        .filter(one -> one.person().equals(request.person()))
                        .count()
                >= most) {
            return Noted.TOO_MANY;
        }
        kept.put(key, new KnownRequest(request.fingerprint(), at, /* ended= */ false, Optional.empty()));
        return Noted.FIRST;
    }

    @Override
    public synchronized Optional<KnownRequest> find(String person, String key) {
        return Optional.ofNullable(kept.get(new Key(person, key)));
    }

    @Override
    public synchronized void end(String person, String key, Optional<FirstAnswer> answer) {
        kept.computeIfPresent(
                new Key(person, key),
                (_, begun) -> new KnownRequest(begun.fingerprint(), begun.begunAt(), /* ended= */ true, answer));
    }

    /** All that is kept, as a text: to look for what should not be there. */
    @Override
    public synchronized String toString() {
        return kept.toString();
    }
}
