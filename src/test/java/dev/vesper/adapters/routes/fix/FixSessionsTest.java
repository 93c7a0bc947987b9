package dev.vesper.adapters.routes.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vesper.basics.Problem;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

/** How long a venue is waited for. */
class FixSessionsTest {
    private final ReentrantLock lock = new ReentrantLock();

    @Test
    void aVenueThatDoesNotAnswerIsWaitedForUntilTheTimeIsUp() {
        var sessions = new FixSessions(lock, lock.newCondition(), _ -> false, _ -> false);
        Problem silent = assertThrows(Problem.class, () -> sessions.awaitLogon(Set.of("LIT"), 1));
        assertEquals(Problem.Kind.UNAVAILABLE, silent.kind());
    }

    /** However little time there is, the run waits for the person; then the time begins again. */
    @Test
    void oneThatAPersonLoggedOutIsWaitedForWithoutEnd() {
        var asked = new AtomicInteger();
        FixSessions[] sessions = new FixSessions[1];
        sessions[0] = new FixSessions(
                lock,
                lock.newCondition(),
                missing -> {
                    assertEquals(Set.of("LIT"), missing);
                    if (asked.incrementAndGet() == 1) {
                        Thread.ofVirtual().start(() -> sessions[0].loggedOn("LIT"));
                    }
                    return true;
                },
                _ -> false);
        sessions[0].loggedOn("DARK");
        sessions[0].awaitLogon(Set.of("LIT", "DARK"), 1);
        assertEquals(1, asked.get());
    }
}
