package dev.vesper.app.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Who asks hears within a time, and what hangs is not asked again. */
class BoundedQuestionTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void aQuestionThatHangsIsAskedOnceHoweverOftenSomebodyAsks() throws Exception {
        CountDownLatch locked = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        BoundedQuestion<Integer> question = new BoundedQuestion<>(() -> {
            int time = asked.incrementAndGet();
            try {
                locked.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return time;
        });
        for (int i = 0; i < 3; i++) {
            question.ask();
            assertThrows(TimeoutException.class, () -> question.answer(Duration.ofMillis(-1)));
        }
        locked.countDown();
        assertEquals(1, question.answer(LONG));
        question.ask();
        assertEquals(2, question.answer(LONG), "asked again once it was answered");
    }

    @Test
    void whatAQuestionFailsOfIsTheAnswer() {
        BoundedQuestion<String> question = new BoundedQuestion<>(() -> {
            throw new IllegalArgumentException("the store is closed");
        });
        question.ask();
        assertEquals(
                "the store is closed",
                assertThrows(IllegalArgumentException.class, () -> question.answer(LONG))
                        .getMessage());
    }
}
