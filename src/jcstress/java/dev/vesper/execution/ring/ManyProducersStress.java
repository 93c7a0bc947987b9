package dev.vesper.execution.ring;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** Two producers of a message each, and a consumer that looks while they put and once they are done. */
@JCStressTest
@Outcome(id = "0, (1, 2|2, 1)", expect = Expect.ACCEPTABLE, desc = "both came after the look")
@Outcome(id = "1, 2, 0", expect = Expect.ACCEPTABLE, desc = "the first was seen")
@Outcome(id = "2, 1, 0", expect = Expect.ACCEPTABLE, desc = "the second was seen")
@Outcome(expect = Expect.FORBIDDEN, desc = "torn, lost or twice")
@State
public class ManyProducersStress {
    private final Ring ring = Ring.make(Slots.next(), 2, true);

    @Actor
    public void first() {
        Slots.put(ring, 1);
    }

    @Actor
    public void second() {
        Slots.put(ring, 2);
    }

    @Actor
    public void consume(III_Result r) {
        r.r1 = Slots.take(ring);
    }

    @Arbiter
    public void rest(III_Result r) {
        r.r2 = Slots.take(ring);
        r.r3 = Slots.take(ring);
    }
}
