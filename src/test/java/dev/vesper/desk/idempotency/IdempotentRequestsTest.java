package dev.vesper.desk.idempotency;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vesper.testing.MemoryRequests;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What comes twice is done once, over restarts, crashes and a day. */
class IdempotentRequestsTest {
    private static final KeyedRequest ANNAS = new KeyedRequest("user/anna", "k1", "aa");
    private static final FirstAnswer ANSWER = new FirstAnswer(200, "application/json", "{}");

    private Instant now = Instant.parse("2026-11-28T00:00:00Z");
    private final MemoryRequests store = new MemoryRequests();
    private IdempotentRequests requests = new IdempotentRequests(store, () -> now, 3);

    private void restart() {
        requests = new IdempotentRequests(store, () -> now, 3);
    }

    private void done(KeyedRequest request, Optional<FirstAnswer> answer) {
        assertEquals(new Begun.First(), requests.begin(request, false));
        requests.end(request, answer);
        requests.cutOff(request);
    }

    @Test
    void theFirstAnswerIsGivenAgainAfterARestartToo() {
        done(ANNAS, Optional.of(ANSWER));
        assertEquals(new Begun.Again(ANSWER), requests.begin(ANNAS, false));
        restart();
        assertEquals(new Begun.Again(ANSWER), requests.begin(ANNAS, false));
    }

    @Test
    void whatRunsIsNotDoneBeside() {
        assertEquals(new Begun.First(), requests.begin(ANNAS, false));
        assertEquals(new Begun.Running(), requests.begin(ANNAS, false));
        assertEquals(new Begun.Running(), requests.begin(ANNAS, true));
        assertEquals(new Begun.Other(now), requests.begin(new KeyedRequest("user/anna", "k1", "bb"), false));
        assertEquals(new Begun.First(), requests.begin(new KeyedRequest("user/bob", "k1", "bb"), false), "another's");
    }

    @Test
    void whatWasCutOffIsNotDoneAgainUnlessThatIsTheSame() {
        assertEquals(new Begun.First(), requests.begin(ANNAS, false));
        restart(); // the power failed
        assertEquals(new Begun.Unfinished(now), requests.begin(ANNAS, false));
        assertEquals(new Begun.Unfinished(now), requests.begin(ANNAS, false), "and stays so");
        assertEquals(new Begun.First(), requests.begin(ANNAS, true));
        assertEquals(new Begun.Running(), requests.begin(ANNAS, true), "by one at a time");
        requests.end(ANNAS, Optional.of(ANSWER));
        requests.cutOff(ANNAS);
        assertEquals(new Begun.Again(ANSWER), requests.begin(ANNAS, true));
    }

    @Test
    void whatFailedWithoutAnAnswerIsCutOffAsWell() {
        assertEquals(new Begun.First(), requests.begin(ANNAS, false));
        requests.cutOff(ANNAS);
        assertEquals(new Begun.Unfinished(now), requests.begin(ANNAS, false));
    }

    @Test
    void aSecretOrALongAnswerIsNotKept() {
        done(ANNAS, Optional.empty());
        assertEquals(new Begun.Untold(now), requests.begin(ANNAS, false));
        KeyedRequest another = new KeyedRequest("user/anna", "k2", "aa");
        done(another, Optional.of(new FirstAnswer(200, "x", "y".repeat(IdempotentRequests.LONGEST_ANSWER + 1))));
        assertEquals(new Begun.Untold(now), requests.begin(another, false));
    }

    @Test
    void aPersonHasSoManyKeysAndNoMoreUntilADayPasses() {
        for (String key : new String[] {"1", "2", "3"}) {
            done(new KeyedRequest("user/anna", key, "aa"), Optional.of(ANSWER));
        }
        assertEquals(new Begun.TooMany(3), requests.begin(ANNAS, false));
        assertEquals(new Begun.First(), requests.begin(new KeyedRequest("user/bob", "k", "aa"), false));
        now = now.plus(IdempotentRequests.KEPT);
        assertEquals(
                new Begun.Again(ANSWER),
                requests.begin(new KeyedRequest("user/anna", "1", "aa"), false),
                "kept for the whole day");
        now = now.plus(Duration.ofMillis(1));
        assertEquals(new Begun.First(), requests.begin(ANNAS, false));
        assertEquals(new Begun.First(), requests.begin(new KeyedRequest("user/anna", "1", "bb"), false), "forgotten");
    }
}
