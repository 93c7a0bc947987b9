package dev.vesper.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Work that a file asks for ends, one way or another. */
class BoundedWorkTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void whatItComesToIsReturnedAndWhatItThrowsIsThrown() {
        assertEquals(4, BoundedWork.within(LONG, "it", () -> 2 + 2));
        Problem told = Problem.usage("Expected this");
        assertEquals(
                told,
                assertThrows(
                        Problem.class,
                        () -> BoundedWork.within(LONG, "it", () -> {
                            throw told;
                        })));
    }

    @Test
    void whatDoesNotEndIsLeft() {
        CountDownLatch never = new CountDownLatch(1);
        Problem late = assertThrows(
                Problem.class,
                () -> BoundedWork.within(Duration.ofMillis(1), "the model", () -> {
                    try {
                        never.await();
                    } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                    }
                    return 1;
                }));
        never.countDown();
        assertEquals(Problem.Kind.REFUSED, late.kind());
        assertTrue(late.getMessage().contains("the model"), late::getMessage);
    }

    @Test
    void aStackWithoutEndIsSaid() {
        Problem deep = assertThrows(Problem.class, () -> BoundedWork.within(LONG, "the model", () -> endless(1)));
        assertTrue(deep.getMessage().contains("StackOverflowError"), deep::getMessage);
    }

    @SuppressWarnings("InfiniteRecursion") // on purpose
    private static int endless(int n) {
        return endless(n + 1) + 1;
    }
}
