package dev.vesper.desk.access;

import dev.vesper.approvals.PersonName;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All users as they are now.
 *
 * @param events how many events made them so
 */
public record KnownUsers(int events, Map<String, Known> byName) {
    /** Characters of what may be looked for: a name may be given with marks that it is kept without. */
    private static final int LONGEST = 4 * PersonName.LONGEST;

    static final KnownUsers NOBODY = new KnownUsers(0, Map.of());

    public KnownUsers {
        byName = Collections.unmodifiableMap(new TreeMap<>(byName));
    }

    /**
     * One user.
     *
     * @param password SHA-256 of the stored hash
     * @param passwords how many passwords and identities they have had: what was let in under an earlier one is not any more
     * @param until when a one-time password ends
     * @param issuer of the user's identity, or empty
     */
    public record Known(User user, String password, int passwords, Instant until, String issuer) {
        Known with(User changed) {
            return new Known(changed, password, passwords, until, issuer);
        }

        boolean outlived(Instant now) {
            return user.mustChangePassword() && !now.isBefore(until);
        }
    }

    /** By their name, or one that cannot be told from it; it takes as long whether there is one or not. */
    public Optional<Known> find(String name) {
        if (name.length() > LONGEST) {
            return Optional.empty();
        }
        List<Known> same = byName.values().stream()
                .filter(known -> PersonName.same(known.user().name(), name))
                .toList();
        return same.stream().findFirst(); // no two of them look alike
    }

    /** Whom an identity provider means. */
    public Optional<Known> identified(String issuer, String subject) {
        return byName.values().stream()
                .filter(known -> !subject.isEmpty()
                        && known.user().identity().equals(subject)
                        && known.issuer().equals(issuer))
                .findFirst(); // no two of them are linked alike
    }

    /** One who is known to be there. */
    public Known user(String name) {
        return Objects.requireNonNull(byName.get(name), name);
    }

    /** By name. */
    public List<User> all() {
        return byName.values().stream().map(Known::user).toList();
    }

    /** Whether there is anybody: from then on a name alone proves nothing. */
    public boolean any() {
        return !byName.isEmpty();
    }

    KnownUsers with(Known known) {
        Map<String, Known> next = new TreeMap<>(byName);
        next.put(known.user().name(), known);
        return new KnownUsers(events + 1, next);
    }

    /** Whether somebody else than this user is let in and may manage users. */
    boolean administratedWithout(String name) {
        return all().stream()
                .anyMatch(user -> !user.name().equals(name) && user.active() && user.may(Permission.MANAGE_USERS));
    }
}
