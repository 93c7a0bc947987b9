package dev.vesper.desk.access;

import dev.vesper.basics.Sha256;

/** How events tell one stored hash from another without holding it. */
public final class PasswordSum {
    private PasswordSum() {}

    /** The sum of what is kept of a password. */
    public static String of(String kept) {
        return Sha256.of(kept);
    }
}
