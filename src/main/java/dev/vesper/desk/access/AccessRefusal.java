package dev.vesper.desk.access;

import dev.vesper.basics.RefusalKind;

/** Why {@link UserRules} denies a command. */
public enum AccessRefusal implements RefusalKind {
    /** A user of that name is there, or one whose name looks the same. */
    NAME_TAKEN,
    UNKNOWN_USER,
    /** Somebody without a role could do nothing. */
    NO_ROLE,
    /** Who manages users decides nothing. */
    APART,
    /** Nothing would change. */
    UNCHANGED,
    /** Nobody gives or takes their own rights. */
    OWN_ACCOUNT,
    /** Nobody would be left who may manage users. */
    LAST_ADMINISTRATOR
}
