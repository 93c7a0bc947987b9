package dev.vesper.execution.breaker;

import dev.vesper.basics.RefusalKind;

/** Why {@link Breakers} denies a command. */
public enum BreakerRefusal implements RefusalKind {
    /** Nobody else could tell why. */
    REASON_MISSING,
    /** A person has opened it already. */
    ALREADY_OPEN,
    /** Nothing is to be closed. */
    NOT_OPEN
}
