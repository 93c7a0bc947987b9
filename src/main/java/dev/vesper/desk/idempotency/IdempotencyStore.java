package dev.vesper.desk.idempotency;

import java.time.Instant;
import java.util.Optional;

/** Keeps requests with a key over restarts. Every method is one transaction. */
public interface IdempotencyStore {
    /** What came of noting a request. */
    enum Noted {
        /** It is noted, and nobody had noted it before. */
        FIRST,
        /** Its person has used its key before. */
        KNOWN,
        /** Its person has too many keys already. */
        TOO_MANY
    }

    /**
     * Notes a request before it is done; of two at the same moment one is first.
     *
     * @param forgetBefore what the same person began before is forgotten
     * @param most how many a person may have
     */
    Noted begin(KeyedRequest request, Instant at, Instant forgetBefore, int most);

    Optional<KnownRequest> find(String person, String key);

    /**
     * Notes that it was answered.
     *
     * @param answer empty where it is not to be kept
     */
    void end(String person, String key, Optional<FirstAnswer> answer);
}
