package dev.vesper.desk.access;

import dev.vesper.basics.Decision;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Secret;
import dev.vesper.basics.Visible;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.audit.Change;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes users and changes what they are. Whoever asks may do it, or the caller has refused; each change is an audit row. */
public final class ManageUsers {
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final String FIRST = "admin";
    private static final int LONGEST_SUBJECT = 255; // OpenID Connect Core 1.0, section 2
    private static final int GROUPS = 4;
    private static final int GROUP = 4;

    private final UserStore store;
    private final PasswordHashes hashes;
    private final SecretSource random;
    private final AuditLog audit;
    private final InstantSource clock;
    private final UserRules rules = new UserRules();

    public ManageUsers(
            UserStore store, PasswordHashes hashes, SecretSource random, AuditLog audit, InstantSource clock) {
        this.store = store;
        this.hashes = hashes;
        this.random = random;
        this.audit = audit;
        this.clock = clock;
    }

    /** By name. */
    public List<User> list() {
        return store.users().all();
    }

    /** Whether there is anybody: from then on a name alone proves nothing. */
    public boolean any() {
        return store.users().any();
    }

    /**
     * Adds somebody, with a one-time password.
     *
     * @throws Problem of kind INPUT where the name can be mistaken, REFUSED where it is another user's or looks so
     */
    public OneTimePassword add(String name, Set<Role> roles, String by) {
        String shown = Asker.userName(name);
        Secret password = oneTime();
        String hash = hashes.hash(password);
        return new OneTimePassword(
                change(
                        new UserCommand.Add(shown, roles, PasswordSum.of(hash), until(), by),
                        AuditAction.USER_ADDED,
                        by,
                        hash,
                        "as " + words(roles),
                        Change.made(words(roles))),
                password);
    }

    /**
     * Makes the first administrator, where there is nobody; empty where there is somebody.
     *
     * @throws Problem of kind REFUSED where another process makes one in the same moment
     */
    public Optional<OneTimePassword> first() {
        return any() ? Optional.empty() : Optional.of(add(FIRST, Set.of(Role.ADMINISTRATOR), Asker.OWNER));
    }

    /** The administrators who are let in by a password that was made for them, which others may have read. */
    public List<User> unsettled() {
        return store.users().byName().values().stream()
                .filter(known -> !known.outlived(clock.instant()))
                .map(KnownUsers.Known::user)
                .filter(user -> user.active() && user.mustChangePassword() && user.may(Permission.MANAGE_USERS))
                .toList();
    }

    private Instant until() {
        return clock.instant().plus(OneTimePassword.GOOD);
    }

    /** Gives a user these roles and no others. */
    public User roles(String name, Set<Role> roles, String by) {
        Set<Role> before =
                store.users().find(name).map(known -> known.user().roles()).orElse(Set.of());
        return change(
                new UserCommand.ChangeRoles(name, roles, by),
                AuditAction.ROLES_CHANGED,
                by,
                null,
                "from " + words(before) + " to " + words(roles),
                new Change(words(before), words(roles)));
    }

    /** Lets a user in no longer; what they have open ends with the next question. */
    public User letOut(String name, String by) {
        return change(
                new UserCommand.LetOut(name, by),
                AuditAction.USER_LET_OUT,
                by,
                null,
                "from let in to let out",
                new Change("let in", "let out"));
    }

    /** Lets a user in again. */
    public User letIn(String name, String by) {
        return change(
                new UserCommand.LetIn(name, by),
                AuditAction.USER_LET_IN,
                by,
                null,
                "from let out to let in",
                new Change("let out", "let in"));
    }

    /** Gives a user a one-time password; the old one, and all that was let in under it, ends. */
    public OneTimePassword resetPassword(String name, String by) {
        Secret password = oneTime();
        String hash = hashes.hash(password);
        User user = change(
                new UserCommand.ResetPassword(name, PasswordSum.of(hash), until(), by),
                AuditAction.PASSWORD_RESET,
                by,
                hash,
                "a one-time password",
                new Change("a password", "a one-time password"));
        store.forget(SignIn.nameKey(user.name()));
        return new OneTimePassword(user, password);
    }

    /**
     * Lets a user sign in by an identity provider; what was let in before ends.
     *
     * @param issuer the provider, by its address
     * @param subject what it calls the user: its {@code sub}, which nobody chooses, never a name or an address
     * @throws Problem of kind INPUT where that is none
     */
    public User link(String name, String issuer, String subject, String by) {
        String line = Visible.line(subject.strip());
        if (line.isEmpty() || line.length() > LONGEST_SUBJECT || !line.equals(subject)) {
            throw Problem.usage("Expected the subject of an identity, 1 to " + LONGEST_SUBJECT
                    + " visible characters without a space around, but got \"" + Problem.shortened(line) + "\"");
        }
        return change(
                new UserCommand.Link(name, issuer, subject, by),
                AuditAction.IDENTITY_LINKED,
                by,
                null,
                "to " + subject + " of " + issuer,
                Change.made(subject + " of " + issuer));
    }

    /** Lets a user sign in by an identity provider no longer; what was let in before ends. */
    public User unlink(String name, String by) {
        String linked =
                store.users().find(name).map(known -> known.user().identity()).orElse("");
        return change(
                new UserCommand.Unlink(name, by),
                AuditAction.IDENTITY_UNLINKED,
                by,
                null,
                "from " + linked,
                new Change(linked, ""));
    }

    private User change(
            UserCommand command, AuditAction action, String by, @Nullable String hash, String detail, Change change) {
        for (int others = 0; others < UserStore.TRIES; others++) {
            Optional<User> changed = attempt(command, action, by, hash, detail, change);
            if (changed.isPresent()) {
                return changed.get();
            }
        }
        throw UserStore.busy();
    }

    /** Decides by what is stored now; empty where that changed before the change was kept. */
    private Optional<User> attempt(
            UserCommand command, AuditAction action, String by, @Nullable String hash, String detail, Change change) {
        KnownUsers users = store.users();
        return switch (rules.decide(users, command)) {
            case Decision.Accepted<UserEvent>(List<UserEvent> events) -> {
                UserEvent event = events.getFirst();
                AccessNote note = new AccessNote(clock.instant(), by, action, subject(event.user()), detail, change);
                yield store.keeps(users, event, hash, note)
                        ? Optional.of(
                                rules.apply(users, event).user(event.user()).user())
                        : Optional.empty();
            }
            case Decision.Denied<UserEvent>(var refusal) -> {
                audit.append(
                        clock.instant(),
                        by,
                        AuditAction.USER_CHANGE_DENIED,
                        users.find(command.user())
                                .map(known -> subject(known.user().name()))
                                .orElse("user"),
                        action.word() + ": " + Visible.line(Problem.shortened(refusal.message())),
                        false);
                throw Problem.refused(refusal.message());
            }
        };
    }

    static String subject(String user) {
        return "user/" + user;
    }

    private static String words(Set<Role> roles) {
        return roles.isEmpty()
                ? "nothing"
                : EnumSet.copyOf(roles).stream().map(Role::word).collect(Collectors.joining(", "));
    }

    /** For example {@code k7pw-3hxn-vq2m-ty9c}: 79 bits, without letters that look alike. */
    private Secret oneTime() {
        StringBuilder made = new StringBuilder();
        for (int at = 0; at < GROUPS * GROUP; ) {
            if (at > 0 && at % GROUP == 0 && made.charAt(made.length() - 1) != '-') {
                made.append('-');
            }
            int drawn = random.bytes(1)[0] & 0xFF;
            if (drawn < LETTERS.length() * (256 / LETTERS.length())) { // each letter as likely as every other
                made.append(LETTERS.charAt(drawn % LETTERS.length()));
                at++;
            }
        }
        return new Secret(made.toString());
    }
}
