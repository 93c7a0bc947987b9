package dev.vesper.desk.access;

import java.time.Instant;
import java.util.List;

/** What happened to the tokens of a user. */
public sealed interface TokenEvent {
    String id();

    /**
     * A token is taken from now on.
     *
     * @param label the user's words for it
     * @param scope the most that it allows, in the order of {@link Permission}
     * @param sha256 of the token
     * @param passwords how many passwords the user had had
     */
    record Issued(
            String id,
            String label,
            List<Permission> scope,
            Instant issued,
            Instant expires,
            String sha256,
            int passwords)
            implements TokenEvent {
        public Issued {
            scope = List.copyOf(scope);
        }
    }

    /** Not taken any more. */
    record Revoked(String id) implements TokenEvent {}
}
