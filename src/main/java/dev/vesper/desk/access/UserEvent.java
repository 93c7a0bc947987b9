package dev.vesper.desk.access;

import java.time.Instant;
import java.util.List;

/**
 * What happened to a user. The sum of a stored hash stands for the password, never the hash itself.
 */
public sealed interface UserEvent {
    /** Whose. */
    String user();

    /**
     * Somebody belongs from now on.
     *
     * @param roles in the order of {@link Role}
     * @param password SHA-256 of the stored hash of a one-time password
     * @param until when the one-time password ends
     */
    record Added(String user, List<Role> roles, String password, Instant until) implements UserEvent {
        public Added {
            roles = List.copyOf(roles);
        }
    }

    /**
     * A user is something else from now on.
     *
     * @param roles all of them, in the order of {@link Role}
     */
    record RolesChanged(String user, List<Role> roles) implements UserEvent {
        public RolesChanged {
            roles = List.copyOf(roles);
        }
    }

    /** No longer let in. */
    record LetOut(String user) implements UserEvent {}

    /** Let in again. */
    record LetIn(String user) implements UserEvent {}

    /**
     * Somebody else ended the password.
     *
     * @param password SHA-256 of the stored hash of a one-time password
     * @param until when the one-time password ends
     */
    record PasswordReset(String user, String password, Instant until) implements UserEvent {}

    /**
     * The user chose another password.
     *
     * @param password SHA-256 of its stored hash
     */
    record PasswordChanged(String user, String password) implements UserEvent {}

    /**
     * From now on the user may sign in by an identity provider.
     *
     * @param issuer the provider, by its address
     * @param subject what it calls them
     */
    record IdentityLinked(String user, String issuer, String subject) implements UserEvent {}

    /** No longer by an identity provider. */
    record IdentityUnlinked(String user) implements UserEvent {}

    /**
     * The same password, stored with newer parameters.
     *
     * @param password SHA-256 of its stored hash
     */
    record PasswordRehashed(String user, String password) implements UserEvent {}
}
