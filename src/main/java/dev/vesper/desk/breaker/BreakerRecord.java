package dev.vesper.desk.breaker;

import dev.vesper.basics.RunId;
import dev.vesper.execution.breaker.BreakerPosition;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where the breaker of a venue stands in a run.
 *
 * @param slice first one that it holds for, counted from 1; 0 where it never moved
 * @param since when it came to stand so; null where it never moved
 * @param why what moved it, in words; empty where it never moved
 * @param by who moved it; empty where it moved by itself
 * @param over whether the run has ended: nothing moves it any more
 */
public record BreakerRecord(
        RunId run,
        String venue,
        BreakerPosition position,
        int slice,
        @Nullable Instant since,
        String why,
        String by,
        boolean over) {
    static BreakerRecord untouched(RunId run, String venue, boolean over) {
        return new BreakerRecord(run, venue, BreakerPosition.CLOSED, 0, null, "", "", over);
    }

    BreakerRecord moved(BreakerPosition to, int from, Instant at, String reason, String who) {
        return new BreakerRecord(run, venue, to, from + 1, at, reason, who, over);
    }

    /** For people, for example {@code LIT of run 2025-12-31-001 is open since slice 7: 20 orders in a row ...}. */
    public String line() {
        return venue + " of run " + run + " is " + position.words() + " since slice " + slice + ": "
                + (by.isEmpty() ? "" : by + ": ") + why;
    }
}
