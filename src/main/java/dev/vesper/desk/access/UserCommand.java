package dev.vesper.desk.access;

import java.time.Instant;
import java.util.Set;

/**
 * What is asked about a user. A password is the SHA-256 of its stored hash, {@code until} when a one-time password ends;
 * {@code by} is who asks.
 */
public sealed interface UserCommand {
    /** Whose. */
    String user();

    record Add(String user, Set<Role> roles, String password, Instant until, String by) implements UserCommand {}

    record ChangeRoles(String user, Set<Role> roles, String by) implements UserCommand {}

    record LetOut(String user, String by) implements UserCommand {}

    record LetIn(String user, String by) implements UserCommand {}

    record ResetPassword(String user, String password, Instant until, String by) implements UserCommand {}

    record Link(String user, String issuer, String subject, String by) implements UserCommand {}

    record Unlink(String user, String by) implements UserCommand {}

    record ChangePassword(String user, String password) implements UserCommand {}

    record Rehash(String user, String password) implements UserCommand {}
}
