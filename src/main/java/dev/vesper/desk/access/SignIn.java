package dev.vesper.desk.access;

import dev.vesper.approvals.PersonName;
import dev.vesper.basics.Decision;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Secret;
import dev.vesper.basics.Sha256;
import dev.vesper.basics.Visible;
import dev.vesper.desk.access.KnownUsers.Known;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Proves who somebody is. A wrong name and a wrong password are told in one sentence after the same time; five failures in a
 * row of one name close it for 15 minutes, five more for 30, and so on up to a day, whether there is such a user or not.
 * Failures from one place are counted too. Granted and refused, each stands in the audit, but for what is refused
 * unread because a limit is reached, which stands there once.
 */
public final class SignIn {
    static final Tries.Limit BY_NAME =
            new Tries.Limit(5, Duration.ofMinutes(15), Duration.ofHours(24), Duration.ofHours(48));
    static final Tries.Limit BY_PLACE =
            new Tries.Limit(30, Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(1));

    private static final int STRIPES = 64;
    private static final int LONGEST_PASSWORD = 1_024;

    private final UserStore store;
    private final PasswordHashes hashes;
    private final AuditLog audit;
    private final InstantSource clock;
    private final UserRules rules = new UserRules();
    private final ReentrantLock[] stripes =
            IntStream.range(0, STRIPES).mapToObj(_ -> new ReentrantLock()).toArray(ReentrantLock[]::new);
    private final LongAdder denied = new LongAdder();
    private @Nullable String nobodys;

    public SignIn(UserStore store, PasswordHashes hashes, AuditLog audit, InstantSource clock) {
        this.store = store;
        this.hashes = hashes;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The user of a name and a password. One who must change it may do nothing else before.
     *
     * @param from where the question comes from, for example {@code 127.0.0.1}
     * @throws Problem of kind REFUSED where they prove nothing, or too many failed
     */
    public User byPassword(String name, Secret password, String from) {
        User user = prove(name, password, from);
        audit.append(
                clock.instant(),
                user.name(),
                AuditAction.SIGNED_IN,
                ManageUsers.subject(user.name()),
                "by password from " + place(from),
                false);
        return user;
    }

    /**
     * The user whom the firm's identity provider means, and vouches for.
     *
     * @param issuer the provider, by its address
     * @param subject what it calls them
     * @param shown a name it tells, for whoever reads the audit; it decides nothing
     * @throws Problem of kind REFUSED where nobody is linked to that, or they were let out
     */
    public User byIdentity(String issuer, String subject, String shown, String from) {
        open(store.tries(placeKey(from)), clock.instant(), "from " + place(from));
        Optional<Known> known = store.users().identified(issuer, subject);
        if (known.isEmpty() || !known.get().user().active()) {
            refused(
                    (known.isPresent() ? "let out: " : "nobody is linked to ") + "the identity "
                            + Visible.line(Problem.shortened(subject)) + " ("
                            + Visible.line(Problem.shortened(shown)) + ") of " + issuer,
                    from);
            throw Problem.refused("Expected an identity that lets somebody in, but " + Problem.shortened(subject)
                    + " does not; an administrator links it (./vesper users link NAME " + Problem.shortened(subject)
                    + "), or lets in again whom it belongs to");
        }
        User user = known.get().user();
        audit.append(
                clock.instant(),
                user.name(),
                AuditAction.SIGNED_IN,
                ManageUsers.subject(user.name()),
                "by the identity " + user.identity() + " of " + issuer + " from " + place(from),
                false);
        return user;
    }

    /** The user as they are now; empty where they are unknown or were let out. */
    public Optional<User> now(String name) {
        return Optional.ofNullable(store.users().byName().get(name))
                .map(Known::user)
                .filter(User::active);
    }

    /**
     * How many passwords a user has had: a session that began under an earlier one has ended.
     *
     * @return 0 where there is no such user
     */
    public int passwords(String name) {
        return Optional.ofNullable(store.users().byName().get(name))
                .map(Known::passwords)
                .orElse(0);
    }

    /** Counts and refuses as {@link #byPassword} does, and writes no row where it is granted. */
    User prove(String name, Secret password, String from) {
        Optional<Known> known = store.users().find(name);
        String key = nameKey(known.map(there -> there.user().name()).orElse(PersonName.shown(name)));
        // one try of a name at a time: many at once are not more than five
        ReentrantLock stripe = stripes[Math.floorMod(key.hashCode(), STRIPES)];
        stripe.lock();
        try {
            return proveAlone(known, key, password, from);
        } finally {
            stripe.unlock();
        }
    }

    private User proveAlone(Optional<Known> known, String key, Secret password, String from) {
        Instant now = clock.instant();
        String place = placeKey(from);
        open(store.tries(place), now, "from " + place(from));
        open(store.tries(key), now, "of this name");
        String nobodys = nobodys(); // before it is known whether it is needed: the first time it takes a while
        String kept =
                known.flatMap(there -> store.passwordHash(there.user().name())).orElse(nobodys);
        boolean matches = password.reveal().length() <= LONGEST_PASSWORD
                && hashes.matches(PasswordRules.normalised(password), kept);
        boolean outlived = known.isPresent() && known.get().outlived(now);
        if (known.isPresent() && matches && known.get().user().active() && !outlived) {
            store.forget(key);
            rehash(known.get().user().name(), password, kept);
            return known.get().user();
        }
        String why = !matches ? "wrong password" : outlived ? "one-time password too old" : "let out";
        throw denied(known, why, key, from, now);
    }

    private Problem denied(Optional<Known> known, String why, String key, String from, Instant now) {
        Tries byName = fail(key, BY_NAME, now);
        Tries byPlace = fail(placeKey(from), BY_PLACE, now);
        // what was typed as a name may be a password: of a name that is none nothing is kept
        record(
                known.map(there -> ManageUsers.subject(there.user().name())).orElse("user"),
                (known.isPresent() ? why : "unknown name") + " from " + place(from)
                        + closed(byName, now, "; the name is closed until ")
                        + closed(byPlace, now, "; the place is closed until "),
                now);
        return Problem.refused(
                "Expected a user's name and password, but they are not; maybe one of them is mistyped, a one-time"
                        + " password is older than " + OneTimePassword.GOOD.toDays() + " days, or you were let out");
    }

    private static String closed(Tries tries, Instant now, String words) {
        return tries.closed(now) ? words + tries.until() : "";
    }

    /**
     * Refuses, and counts, what came from a place without proving anything.
     *
     * @return whether the place is closed by now: then nothing more is written
     */
    boolean refused(String why, String from) {
        Instant now = clock.instant();
        if (store.tries(placeKey(from)).closed(now)) {
            denied.increment();
            return true;
        }
        Tries tries = fail(placeKey(from), BY_PLACE, now);
        record("user", why + " from " + place(from) + closed(tries, now, "; the place is closed until "), now);
        return tries.closed(now);
    }

    /** How many times somebody was not let in since this was made, those that were refused unread included. */
    public long denied() {
        return denied.sum();
    }

    private void record(String subject, String detail, Instant now) {
        denied.increment();
        audit.append(now, "vesper", AuditAction.SIGN_IN_DENIED, subject, detail, false);
    }

    private synchronized Tries fail(String who, Tries.Limit limit, Instant now) {
        Tries failed = store.tries(who).failed(now, limit);
        store.save(who, failed, now.minus(BY_NAME.forgotten()));
        return failed;
    }

    private void open(Tries tries, Instant now, String whose) {
        if (tries.closed(now)) {
            denied.increment();
            long minutes = Duration.between(now, tries.until()).plusSeconds(59).toMinutes();
            throw Problem.refused("Expected fewer failures to sign in " + whose + ", but there were " + tries.failures()
                    + "; try again in " + minutes + (minutes == 1 ? " minute" : " minutes")
                    + ", or ask for another password");
        }
    }

    /** Takes the chance: the password is known only now. */
    private void rehash(String name, Secret password, String kept) {
        if (!hashes.outdated(kept)) {
            return;
        }
        KnownUsers users = store.users();
        String hash = hashes.hash(PasswordRules.normalised(password));
        if (rules.decide(users, new UserCommand.Rehash(name, PasswordSum.of(hash)))
                instanceof Decision.Accepted<UserEvent>(var events)) {
            AccessNote note = new AccessNote(
                    clock.instant(),
                    name,
                    AuditAction.SIGNED_IN,
                    ManageUsers.subject(name),
                    "the same password is kept with newer parameters");
            store.keeps(users, events.getFirst(), hash, note); // otherwise the next time
        }
    }

    /** What the password of somebody who is not there is compared with, for as long. */
    private synchronized String nobodys() {
        if (nobodys == null) {
            nobodys = hashes.hash(new Secret("nobody's"));
        }
        return nobodys;
    }

    static String nameKey(String name) {
        return "name/" + Sha256.of(name.toLowerCase(Locale.ROOT));
    }

    private static String placeKey(String from) {
        return "place/" + place(from);
    }

    private static String place(String from) {
        String line = Visible.line(from);
        return line.length() <= 60 ? line : line.substring(0, 60);
    }
}
