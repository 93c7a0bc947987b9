package dev.vesper.desk.access;

import dev.vesper.basics.Secret;
import java.time.Duration;
import java.time.Instant;

/** A user with a password that was made for them; it is shown this once, and opens nothing but its own change. */
public record OneTimePassword(User user, Secret password) {
    /** How long it is taken. */
    public static final Duration GOOD = Duration.ofDays(3);

    /** Of those that were made before they ended, and of passwords that people chose. */
    public static final Instant ENDLESS = Instant.parse("9999-12-31T23:59:59Z");
}
