package dev.vesper.adapters.processes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What is said while a disk fills under the engine, and after somebody made room. */
class DiskWatchTest {
    private final AtomicLong free = new AtomicLong(500);
    private final List<String> said = new ArrayList<>();
    private final DiskWatch watch = new DiskWatch(Path.of("zeebe"), free::get, 100, new DayListener() {
        @Override
        public void engineUnavailable(Problem why) {
            said.add(String.valueOf(why.getMessage()));
        }

        @Override
        public void engineAvailable() {
            said.add("goes on");
        }

        @Override
        public void engineTroubled(Problem what) {
            said.add(String.valueOf(what.getMessage()));
        }
    });

    private void is(long megabytes) {
        free.set(megabytes);
        watch.look();
        watch.look();
    }

    @Test
    void littleRoomIsSaidOnceAndThatItGoesOn() {
        is(100);
        assertEquals(List.of(), said);
        is(99);
        assertTrue(watch.low());
        is(60);
        is(120);
        assertFalse(watch.low());
        is(99);
        assertEquals(3, said.size(), said::toString);
        assertTrue(said.getFirst().startsWith("Expected at least 100 MB free under zeebe, but only 99 MB are"));
        assertEquals("goes on", said.get(1));
    }

    /** Seen with the program over a small disk: the day went on, and the schedule never came again. */
    @Test
    void afterAFullDiskAStartIsAskedFor() {
        is(0);
        is(300);
        assertEquals(3, said.size(), said::toString);
        assertTrue(said.getLast().contains("Stop Vesper and start it again; nothing is lost"), said::toString);
        is(50);
        is(300);
        assertEquals("goes on", said.getLast(), "it was not full this time");
    }
}
