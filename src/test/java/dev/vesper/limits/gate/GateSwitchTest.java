package dev.vesper.limits.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class GateSwitchTest {
    @Test
    void aLaterTableCountsAtOnceAndAnEarlierOneNeverAgain() {
        GateTable first = generation(1);
        GateSwitch gate = new GateSwitch(first);
        assertSame(first, gate.current());
        GateTable third = generation(3);
        assertTrue(gate.publish(third));
        assertFalse(gate.publish(generation(2)));
        assertFalse(gate.publish(generation(3)));
        assertSame(third, gate.current());
    }

    @Test
    void ofManyAtOnceTheLatestStays() throws Exception {
        GateSwitch gate = new GateSwitch(generation(0));
        List<Long> generations = new ArrayList<>();
        for (long g = 1; g <= 200; g++) {
            generations.add(g);
        }
        Collections.shuffle(generations, new Random(5));
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Future<Boolean>> done = new ArrayList<>();
            generations.forEach(g -> done.add(threads.submit(() -> gate.publish(generation(g)))));
            for (Future<Boolean> one : done) {
                one.get();
            }
        }
        assertEquals(200, gate.current().generation());
    }

    private static GateTable generation(long generation) {
        return GateCompiler.compile(generation, List.of(), Firms.of(new Random(7)), List.of("S0"))
                .table();
    }
}
