package dev.vesper.execution.ring;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIII_Result;

/** Two messages through a ring of one cell: the second is put where the first was, once that was taken. */
@JCStressTest
@Outcome(
        id = "0, (0, 0, 0|0, 0, 1|0, 1, 0|1, 0, 0)",
        expect = Expect.ACCEPTABLE,
        desc = "there was no room for the second")
@Outcome(id = "1, (0, 0, 0|0, 0, 1|0, 1, 0|1, 0, 0)", expect = Expect.ACCEPTABLE, desc = "the second was not seen yet")
@Outcome(id = "1, (0, 1, 2|1, 0, 2|1, 2, 0)", expect = Expect.ACCEPTABLE, desc = "both were taken, in their order")
@Outcome(expect = Expect.FORBIDDEN, desc = "torn, lost, twice, or out of order")
@State
public class SingleProducerStress {
    private final Ring ring = Ring.make(Slots.next(), 1, false);

    /** r1: whether there was room for the second. */
    @Actor
    public void produce(IIII_Result r) {
        Slots.put(ring, 1);
        r.r1 = Slots.put(ring, 2) ? 1 : 0;
    }

    @Actor
    public void consume(IIII_Result r) {
        r.r2 = Slots.take(ring);
        r.r3 = Slots.take(ring);
        r.r4 = Slots.take(ring);
    }
}
