package dev.vesper.desk.access;

import dev.vesper.basics.Problem;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps users, their tokens and their failures to sign in. */
public interface UserStore {
    /** How often a change is decided anew because others change users in the same moment. */
    int TRIES = 50;

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
     * @throws Problem of kind REFUSED where there are more events by now
     */
    void save(int expected, UserEvent event, @Nullable String passwordHash, AccessNote note);

    /**
     * The same, told apart from where others changed users since: what is decided by what is stored is decided anew then, as
     * two people who choose their passwords in one moment are both right.
     *
     * @param before the users by which it was decided
     * @return false where they are others by now
     */
    default boolean keeps(KnownUsers before, UserEvent event, @Nullable String passwordHash, AccessNote note) {
        try {
            save(before.events(), event, passwordHash, note);
            return true;
        } catch (Problem refused) {
            if (refused.kind() != Problem.Kind.REFUSED || users().events() == before.events()) {
                throw refused;
            }
            return false;
        }
    }

    /** Of a change that was decided as often as it may be. */
    static Problem busy() {
        return Problem.unavailable(
                "Expected to keep a change of users, but others change them all the time; try again");
    }

    /** The tokens of a user, as the events say that the audit vouches for. */
    UserTokens tokens(String user);

    /** Whose token has this id; only the events of theirs say whether it is one. */
    Optional<String> tokenOwner(String id);

    /**
     * Who has a token.
     *
     * @param user as they are now
     * @param tokens all of theirs
     */
    record Holder(KnownUsers.Known user, UserTokens tokens) {}

    /** Whose token has this id, as it is now: asked with every request; empty where there is no such user. */
    default Optional<Holder> holder(String id) {
        return tokenOwner(id)
                .flatMap(name -> Optional.ofNullable(users().byName().get(name)))
                .map(known -> new Holder(known, tokens(known.user().name())));
    }

    /** Keeps what happened to a token with its audit row in one transaction. */
    void save(String user, int expected, TokenEvent event, AccessNote note);

    /** What somebody failed, or something from somewhere. */
    Tries tries(String who);

    /** Keeps the failures of somebody, and forgets all of others that are older than a moment. */
    void save(String who, Tries tries, Instant forgotten);

    void forget(String who);
}
