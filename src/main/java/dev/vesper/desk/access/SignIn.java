package dev.vesper.desk.access;

import dev.vesper.approvals.PersonName;
import dev.vesper.basics.Counted;
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
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Proves who somebody is. A wrong name and a wrong password are told in one sentence after the same time; five failures in a
 * row of one name close it for 15 minutes, five more for 30, and so on up to a day, whether there is such a user or not.
 *
 * <p>A place from which thirty fail is slow from then on, closed to nobody, as others may share it (all of one machine do):
 * a name that failed waits a minute for its next try, one that did not is let in at once. Only so many passwords are compared
 * at a time, wherever they come from. Source: OWASP Authentication Cheat Sheet, "Protect Against Automated Attacks".
 *
 * <p>Granted and refused, each stands in the audit, but for what is refused unread because a limit is reached, and for names
 * that are none from a slow place: that stands there once, with the failure that reached it.
 */
public final class SignIn {
    static final Tries.Limit BY_NAME =
            new Tries.Limit(5, Duration.ofMinutes(15), Duration.ofHours(24), Duration.ofHours(48));
    static final Tries.Limit BY_PLACE =
            new Tries.Limit(30, Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(1));

    /** Between two tries of one name from a slow place. */
    static final Duration PAUSE = Duration.ofMinutes(1);

    /** Passwords compared at one time: each takes 19 MiB and most of a processor. */
    private static final int AT_ONCE = 4;

    private static final int LONGEST_WAIT_SECONDS = 10;
    private static final int STRIPES = 64;
    /** Characters of a sum that tell names apart that are none: so many rows of them are kept at most. */
    private static final int NOBODYS_DIGITS = 4;

    private static final int LONGEST_PASSWORD = 1_024;
    private static final String SLOW = "; the place is slow until ";

    private final UserStore store;
    private final PasswordHashes hashes;
    private final AuditLog audit;
    private final InstantSource clock;
    private final UserRules rules = new UserRules();
    private final ReentrantLock[] stripes =
            IntStream.range(0, STRIPES).mapToObj(_ -> new ReentrantLock()).toArray(ReentrantLock[]::new);
    private final Semaphore comparing = new Semaphore(AT_ONCE, /* fair= */ true);
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
        String key = known.map(there -> nameKey(there.user().name())).orElseGet(() -> nobodysKey(name));
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
        Tries failed = store.tries(key);
        open(failed, now);
        if (store.tries(placeKey(from)).closed(now)) {
            paused(failed, now, from);
        }
        String nobodys = nobodys(); // before it is known whether it is needed: the first time it takes a while
        String kept =
                known.flatMap(there -> store.passwordHash(there.user().name())).orElse(nobodys);
        boolean matches = password.reveal().length() <= LONGEST_PASSWORD && matches(password, kept);
        boolean outlived = known.isPresent() && known.get().outlived(now);
        if (known.isPresent() && matches && known.get().user().active() && !outlived) {
            store.forget(key);
            rehash(known.get().user().name(), password, kept);
            return known.get().user();
        }
        String why = !matches ? "wrong password" : outlived ? "one-time password too old" : "let out";
        throw denied(known, why, key, from, now);
    }

    /** Compares in its turn: many at once neither fill the memory nor keep the day from its work. */
    private boolean matches(Secret password, String kept) {
        boolean mine = false;
        try {
            mine = comparing.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
            if (!mine) {
                denied.increment();
                throw Problem.unavailable("Expected to compare a password within " + LONGEST_WAIT_SECONDS
                        + " seconds, but too many sign in at this moment; try again");
            }
            return hashes.matches(PasswordRules.normalised(password), kept);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.unavailable("Expected to compare a password, but Vesper is closing", e);
        } finally {
            if (mine) {
                comparing.release();
            }
        }
    }

    private Problem denied(Optional<Known> known, String why, String key, String from, Instant now) {
        Tries byName = fail(key, BY_NAME, now);
        Tries before = store.tries(placeKey(from));
        Tries byPlace = fail(placeKey(from), BY_PLACE, now);
        if (known.isPresent() || !before.closed(now) || !byPlace.until().equals(before.until())) {
            // what was typed as a name may be a password: of a name that is none nothing is kept
            record(
                    known.map(there -> ManageUsers.subject(there.user().name())).orElse("user"),
                    (known.isPresent() ? why : "unknown name") + " from " + place(from)
                            + closed(byName, now, "; the name is closed until ")
                            + closed(byPlace, now, SLOW),
                    now);
        } else {
            denied.increment();
        }
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
     * @return whether the place is slow by now: then nothing more is written
     */
    boolean refused(String why, String from) {
        Instant now = clock.instant();
        if (store.tries(placeKey(from)).closed(now)) {
            denied.increment();
            return true;
        }
        Tries tries = fail(placeKey(from), BY_PLACE, now);
        record("user", why + " from " + place(from) + closed(tries, now, SLOW), now);
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

    private void open(Tries tries, Instant now) {
        if (tries.closed(now)) {
            denied.increment();
            long minutes = Duration.between(now, tries.until()).plusSeconds(59).toMinutes();
            throw Problem.refused("Expected fewer failures to sign in of this name, but there were " + tries.failures()
                    + "; try again in " + Counted.of(minutes, "minute") + ", or ask for another password");
        }
    }

    /** Refuses unread the next try of a name that failed a moment ago, as so many failed from there. */
    private void paused(Tries tries, Instant now, String from) {
        Instant again = tries.newest().plus(PAUSE);
        if (now.isBefore(again)) {
            denied.increment();
            long seconds = Duration.between(now, again).plusMillis(999).toSeconds();
            throw Problem.refused("Expected a pause of " + PAUSE.toSeconds() + " seconds between two tries of one name"
                    + " while so many fail from " + place(from) + ", but this name failed a moment ago; try again in "
                    + Counted.of(seconds, "second"));
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

    /** Names that are none share a few keys, so that whoever makes them up fills no table. */
    private static String nobodysKey(String name) {
        return "nobody/"
                + Sha256.of(PersonName.shown(name).toLowerCase(Locale.ROOT)).substring(0, NOBODYS_DIGITS);
    }

    private static String placeKey(String from) {
        return "place/" + place(from);
    }

    private static String place(String from) {
        String line = Visible.line(from);
        return line.length() <= 60 ? line : line.substring(0, 60);
    }
}
