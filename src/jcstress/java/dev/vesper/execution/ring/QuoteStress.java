package dev.vesper.execution.ring;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Two quotes are put while another thread reads twice: whole ones, none older than the one before. */
@JCStressTest
@Outcome(id = "0, [012]|1, [12]|2, 2", expect = Expect.ACCEPTABLE, desc = "whole, in their order")
@Outcome(
        id = "-2, (-2|0|1|2)|(0|1|2), -2",
        expect = Expect.ACCEPTABLE_INTERESTING,
        desc = "the writer was stopped within a quote for longer than a thousand tries")
@Outcome(expect = Expect.FORBIDDEN, desc = "torn, or an older one")
@State
public class QuoteStress {
    private final QuoteBoard board = new QuoteBoard(1, (bytes, alignment) -> Slots.next());

    @Actor
    public void write() {
        board.put(0, 1, 1, 1, 1, 1);
        board.put(0, 2, 2, 2, 2, 2);
    }

    @Actor
    public void read(II_Result r) {
        r.r1 = quote();
        r.r2 = quote();
    }

    private int quote() {
        long[] quote = new long[QuoteBoard.NUMBERS];
        if (!board.get(0, quote)) {
            return -2;
        }
        for (long number : quote) {
            if (number != quote[0]) {
                return -1;
            }
        }
        return (int) quote[0];
    }
}
