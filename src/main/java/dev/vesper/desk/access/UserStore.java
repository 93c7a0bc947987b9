package dev.vesper.desk.access;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps users, their tokens and their failures to sign in. */
public interface UserStore {
    /**
     * All users, as the events say that the audit vouches for.
     *
     * @throws dev.vesper.basics.BrokenHistory where somebody else wrote there
     */
    KnownUsers users();

    /**
     * The stored hash of a user's password.
     *
     * @throws dev.vesper.basics.BrokenHistory where it is not the one that the events say
     */
    Optional<String> passwordHash(String user);

    /**
     * Keeps a change with its audit row in one transaction.
     *
     * @param expected how many events of users there were when it was decided
     * @param passwordHash the new one, null where it stays
     * @throws dev.vesper.basics.Problem of kind REFUSED where there are more events by now
     */
    void save(int expected, UserEvent event, @Nullable String passwordHash, AccessNote note);

    /** The tokens of a user, as the events say that the audit vouches for. */
    UserTokens tokens(String user);

    /** Whose token has this id; only the events of theirs say whether it is one. */
    Optional<String> tokenOwner(String id);

    /** Keeps what happened to a token with its audit row in one transaction. */
    void save(String user, int expected, TokenEvent event, AccessNote note);

    /** What somebody failed, or something from somewhere. */
    Tries tries(String who);

    /** Keeps the failures of somebody, and forgets all of others that are older than a moment. */
    void save(String who, Tries tries, Instant forgotten);

    void forget(String who);
}
