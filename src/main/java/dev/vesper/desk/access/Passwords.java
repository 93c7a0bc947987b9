package dev.vesper.desk.access;

import dev.vesper.basics.Decision;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Secret;
import dev.vesper.desk.audit.AuditAction;
import java.time.InstantSource;
import java.util.List;

/** Lets users choose their password. */
public final class Passwords {
    private final UserStore store;
    private final PasswordHashes hashes;
    private final SignIn signIn;
    private final InstantSource clock;
    private final UserRules rules = new UserRules();

    public Passwords(UserStore store, PasswordHashes hashes, SignIn signIn, InstantSource clock) {
        this.store = store;
        this.hashes = hashes;
        this.signIn = signIn;
        this.clock = clock;
    }

    /**
     * Changes a user's password; what was let in under the old one ends. A wrong old one counts as a failure to sign in.
     *
     * @param from where the question comes from, for example {@code 127.0.0.1}
     * @throws Problem of kind REFUSED where the old one is wrong, INPUT where the next one is none
     */
    public User change(String name, Secret old, Secret next, String from) {
        int before = passwords(name);
        User user = signIn.prove(name, old, from);
        PasswordRules.check(user.name(), old, next);
        String hash = hashes.hash(PasswordRules.normalised(next));
        AccessNote note = new AccessNote(
                clock.instant(),
                user.name(),
                AuditAction.PASSWORD_CHANGED,
                ManageUsers.subject(user.name()),
                user.mustChangePassword()
                        ? "from a one-time password to their own"
                        : "from one of their own to another");
        for (int others = 0; others < UserStore.TRIES; others++) {
            KnownUsers users = store.users();
            if (users.user(user.name()).passwords() != before) {
                throw Problem.refused("Expected the password that was proved a moment ago, but " + user.name()
                        + " has had another one since; sign in again");
            }
            switch (rules.decide(users, new UserCommand.ChangePassword(user.name(), PasswordSum.of(hash)))) {
                case Decision.Accepted<UserEvent>(List<UserEvent> events) -> {
                    if (store.keeps(users, events.getFirst(), hash, note)) {
                        return user.withPassword(/* mustChange= */ false);
                    }
                }
                case Decision.Denied<UserEvent>(var refusal) -> throw Problem.refused(refusal.message());
            }
        }
        throw UserStore.busy();
    }

    private int passwords(String name) {
        return store.users().find(name).map(KnownUsers.Known::passwords).orElse(0);
    }
}
