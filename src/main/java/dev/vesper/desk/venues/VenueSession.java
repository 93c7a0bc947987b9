package dev.vesper.desk.venues;

import dev.vesper.basics.RunId;
import dev.vesper.execution.sequence.SequenceNumbers;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One session of a run with a venue, as it stands.
 *
 * @param id as FIX names it, for example {@code FIX.4.4:VESPER->LIT}
 * @param since when it came to this state
 * @param numbers with which both sides go on
 * @param lastIn when the last message came; null before the first
 * @param lastOut when the last message went; null before the first
 * @param received messages since it was opened, heartbeats included
 * @param sent the same
 * @param gaps how often we missed messages and asked the venue for them
 * @param repeats how often the venue missed messages and asked us
 * @param openOrders that the venue has and that have not ended
 * @param fault the last thing that went wrong, for people; empty where nothing did
 * @param faultAt when; null where nothing did
 * @param by who logged it out, and why; empty where nobody did
 */
public record VenueSession(
        RunId run,
        String venue,
        String id,
        SessionState state,
        Instant since,
        SequenceNumbers numbers,
        @Nullable Instant lastIn,
        @Nullable Instant lastOut,
        long received,
        long sent,
        long gaps,
        long repeats,
        int openOrders,
        String fault,
        @Nullable Instant faultAt,
        String by) {}
