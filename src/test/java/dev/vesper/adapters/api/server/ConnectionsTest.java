package dev.vesper.adapters.api.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.adapters.api.server.Connections.Limits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Three are answered at a time, and one more may wait. */
class ConnectionsTest {
    private long nanos;
    private final List<String> cut = new ArrayList<>();
    private final Connections<String> connections = new Connections<>(
            new Limits(3, 1, Duration.ofSeconds(10), Duration.ofSeconds(60)),
            () -> nanos,
            (connection, _) -> cut.add(connection));

    private void open(String... names) {
        for (String name : names) {
            connections.opened(name);
        }
    }

    private void secondsPass(int seconds) {
        nanos += Duration.ofSeconds(seconds).toNanos();
        connections.sweep();
    }

    @Test
    void whatIsNotWholeInTenSecondsIsCutOffThoughItTrickles() {
        open("a");
        secondsPass(5);
        open("b");
        secondsPass(5);
        assertEquals(List.of("a"), cut);
        secondsPass(5);
        assertEquals(List.of("a", "b"), cut);
    }

    @Test
    void anAnswerHasAMinuteAndThenTheNextRequestTenSeconds() {
        open("a");
        assertTrue(connections.asked("a", false));
        secondsPass(59);
        connections.done("a");
        secondsPass(9);
        assertEquals(List.of(), cut);
        secondsPass(1);
        assertEquals(List.of("a"), cut);
        open("b");
        connections.asked("b", false);
        secondsPass(60);
        assertEquals(List.of("a", "b"), cut);
    }

    @Test
    void whoHasWaitedLongestGoesFirst() {
        open("a", "b", "c", "d");
        assertEquals(List.of("a"), cut);
        connections.asked("b", false);
        open("e");
        assertEquals(List.of("a", "c"), cut);
        connections.done("b");
        open("f");
        assertEquals(List.of("a", "c", "d"), cut, "who was answered waits again, behind the others");
    }

    @Test
    void whoIsAnsweredStaysAndOneMoreMayWait() {
        open("a", "b", "c");
        for (String name : List.of("a", "b", "c")) {
            assertTrue(connections.asked(name, false), name);
        }
        open("d");
        assertEquals(List.of(), cut);
        open("e");
        assertEquals(List.of("d"), cut);
        assertTrue(connections.asked("e", true), "a probe is answered beyond the most");
        open("f");
        assertFalse(connections.asked("f", false));
        open("g");
        assertFalse(connections.asked("g", true), "and ends too");
    }

    @Test
    void whatClosedIsForgotten() {
        open("a", "b", "c");
        connections.closed("a");
        open("d");
        secondsPass(10);
        assertEquals(List.of("b", "c", "d"), cut);
        connections.done("b");
        secondsPass(10);
        assertEquals(List.of("b", "c", "d"), cut);
    }
}
