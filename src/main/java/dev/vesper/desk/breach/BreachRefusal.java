package dev.vesper.desk.breach;

import dev.vesper.basics.RefusalKind;

/** Why {@link BreachRules} denies a command. */
public enum BreachRefusal implements RefusalKind {
    /** There is none of this id. */
    UNKNOWN,
    /** It stands no more. */
    CURED,
    /** Neither owner nor plan is said, or nothing would be another. */
    NOTHING_SAID
}
