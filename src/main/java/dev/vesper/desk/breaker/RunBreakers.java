package dev.vesper.desk.breaker;

import dev.vesper.execution.breaker.BreakerCommand;
import dev.vesper.execution.breaker.BreakerState;

/** The breakers of the run whose orders are worked. */
@FunctionalInterface
public interface RunBreakers {
    /**
     * Judges the venues before a slice is decided, and stores what follows.
     *
     * @return where the breakers stand for the slice, with what people did to them meanwhile
     * @throws dev.vesper.basics.Problem of kind REFUSED where what was stored of them was altered
     */
    BreakerState judge(BreakerCommand.Judge command);
}
