package dev.vesper.adapters.processes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vesper.basics.RunId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** When a run of which nothing is heard is said to stand still. */
class SilenceTest {
    private static final RunId ONE = new RunId("2018-04-11-001");
    private static final RunId TWO = new RunId("2018-04-11-002");

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1); // what has elapsed may run over
    private final Silence silence = new Silence(Duration.ofSeconds(10), now::get);

    private void pass(int seconds) {
        now.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }

    @Test
    void aRunIsSilentWhenNothingComesForSoLong() {
        silence.expect(ONE);
        pass(10);
        assertEquals(List.of(), silence.silent());
        silence.expect(TWO);
        pass(1);
        assertEquals(List.of(ONE), silence.silent());
        silence.expect(ONE);
        assertEquals(List.of(), silence.silent(), "it was given more time");
        silence.forget(ONE);
        silence.forget(TWO);
        pass(100);
        assertEquals(List.of(), silence.silent());
    }

    @Test
    void aRunUnderOurHandsIsNotSilentHoweverLongItTakes() {
        silence.expect(ONE);
        silence.taken(ONE);
        silence.taken(ONE); // a second approval beside the first
        pass(100_000);
        assertEquals(List.of(), silence.silent());
        silence.released(ONE, Duration.ZERO);
        pass(100);
        assertEquals(List.of(), silence.silent());
        silence.released(ONE, Duration.ZERO);
        assertEquals(List.of(), silence.silent());
        pass(11);
        assertEquals(List.of(ONE), silence.silent());
    }

    @Test
    void theEngineMayPauseForAsLongAsItWasAskedTo() {
        silence.taken(ONE);
        silence.released(ONE, Duration.ofMinutes(1));
        pass(69);
        assertEquals(List.of(), silence.silent());
        pass(2);
        assertEquals(List.of(ONE), silence.silent());
    }

    @Test
    void aRunThatEndedUnderOurHandsIsForgotten() {
        silence.taken(ONE);
        silence.forget(ONE);
        silence.released(ONE, Duration.ZERO);
        pass(100);
        assertEquals(List.of(), silence.silent());
    }
}
