package dev.vesper.basics;

import java.util.Locale;

/** Why a command is denied: each decider declares its own enumeration. */
public interface RefusalKind {
    /** The constant's name, which every enumeration has. */
    String name();

    /** A stable word for programs: {@code second-approver-must-differ}. */
    default String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
