package dev.vesper.execution.killswitch;

import dev.vesper.basics.RefusalKind;

/** Why {@link KillSwitch} denies a command. */
public enum KillRefusal implements RefusalKind {
    /** Nobody else could tell why. */
    REASON_MISSING,
    /** There is no switch of this id. */
    UNKNOWN,
    /** It is not on any more. */
    NOT_ON,
    /** Its release is asked for already. */
    ALREADY_ASKED,
    /** Nobody asked for its release, or the request that is answered is an older one. */
    NOT_ASKED,
    /** Who asked for the release agrees to it, or somebody whose name looks the same. */
    SECOND_PERSON_MUST_DIFFER,
    /** Nothing is stopped that a run could wait for. */
    NOTHING_STOPPED
}
