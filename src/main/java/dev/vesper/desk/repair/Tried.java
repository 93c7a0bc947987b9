package dev.vesper.desk.repair;

import java.time.Instant;

/**
 * What somebody did, or wanted to do, about a run.
 *
 * @param act for example {@code try again}
 * @param reason why, as they said
 * @param outcome what came of it: {@code waiting for proof}, {@code mended}, {@code failed again}, {@code done}, {@code
 *     refused}
 */
public record Tried(Instant at, String by, String act, String reason, String outcome) {
    static final String AGAIN_ACT = "try again";
    static final String WAITING = "waiting for proof";
    static final String MENDED = "mended";
    static final String AGAIN = "failed again";
    static final String DONE = "done";
    static final String REFUSED = "refused";

    Tried ended(String other) {
        return new Tried(at, by, act, reason, other);
    }
}
