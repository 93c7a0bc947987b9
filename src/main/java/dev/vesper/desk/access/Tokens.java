package dev.vesper.desk.access;

import dev.vesper.basics.Counted;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Secret;
import dev.vesper.basics.Sha256;
import dev.vesper.basics.Visible;
import dev.vesper.desk.access.KnownUsers.Known;
import dev.vesper.desk.audit.AuditAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tokens that stand for a user until they expire, are revoked, the user is let out or the password changes. What is kept is
 * their SHA-256: of 256 random bits that is enough.
 */
public final class Tokens {
    /** Every token begins so, so that one that leaked is found by whoever looks for it. */
    public static final String PREFIX = "vesper_";

    public static final Duration LONGEST = Duration.ofDays(90);

    private static final int MOST = 100;
    private static final int LONGEST_LABEL = 100;
    private static final int ID_BYTES = 8;
    private static final int SECRET_BYTES = 32;
    private static final int LENGTH = PREFIX.length() + 2 * (ID_BYTES + SECRET_BYTES) + 1;

    private final UserStore store;
    private final SecretSource random;
    private final SignIn signIn;
    private final InstantSource clock;

    public Tokens(UserStore store, SecretSource random, SignIn signIn, InstantSource clock) {
        this.store = store;
        this.random = random;
        this.signIn = signIn;
        this.clock = clock;
    }

    /**
     * Makes a token for oneself.
     *
     * @param scope the most that it allows; roles that are taken away later take from it
     * @throws Problem of kind INPUT for a label, a scope or a time that is none, REFUSED for a user who may not have one
     */
    public IssuedToken issue(String user, String label, Set<Permission> scope, Duration lasts) {
        String shown = Visible.line(label.strip());
        if (shown.isEmpty() || shown.length() > LONGEST_LABEL) {
            throw Problem.usage("Expected a label of 1 to " + LONGEST_LABEL + " characters, but it has "
                    + shown.length() + "; say what the token is for");
        }
        if (scope.isEmpty()) {
            throw Problem.usage("Expected what the token may do ("
                    + List.of(Permission.values()).stream()
                            .map(Permission::word)
                            .collect(Collectors.joining(", ")) + "), but there is nothing");
        }
        if (!lasts.isPositive() || lasts.compareTo(LONGEST) > 0) {
            throw Problem.usage("Expected a token to last up to " + LONGEST.toDays() + " days, but got "
                    + (lasts.isPositive() ? Counted.of(lasts.toDays(), "day") : "no time"));
        }
        Known known = usable(user)
                .orElseThrow(() -> Problem.refused(
                        "Expected a user who is let in and chose a password, but \"" + user + "\" is none"));
        Instant now = clock.instant();
        UserTokens tokens = store.tokens(known.user().name());
        if (tokens.all().stream().filter(token -> good(token, known, now)).count() >= MOST) {
            throw Problem.refused("Expected at most " + MOST + " tokens of "
                    + known.user().name() + ", but they are there; revoke some: ./vesper tokens revoke ID");
        }
        String id = HexFormat.of().formatHex(random.bytes(ID_BYTES));
        Secret secret = new Secret(PREFIX + id + "_" + HexFormat.of().formatHex(random.bytes(SECRET_BYTES)));
        TokenEvent.Issued issued = new TokenEvent.Issued(
                id,
                shown,
                List.copyOf(EnumSet.copyOf(scope)),
                now,
                now.plus(lasts).truncatedTo(ChronoUnit.SECONDS),
                Sha256.of(secret.reveal()),
                known.passwords());
        store.save(
                known.user().name(),
                tokens.events(),
                issued,
                note(
                        known.user().name(),
                        AuditAction.TOKEN_ISSUED,
                        id,
                        "\"" + shown + "\", may "
                                + issued.scope().stream().map(Permission::word).collect(Collectors.joining(", "))
                                + ", until " + issued.expires()));
        return new IssuedToken(seen(issued), secret);
    }

    /** A user's tokens that are taken, oldest first. */
    public List<PersonalToken> list(String user) {
        Instant now = clock.instant();
        return usable(user).stream()
                .flatMap(known ->
                        store.tokens(known.user().name()).all().stream().filter(token -> good(token, known, now)))
                .map(Tokens::seen)
                .toList();
    }

    /**
     * Ends a token of one's own.
     *
     * @throws Problem of kind INPUT where there is none of that id
     */
    public PersonalToken revoke(String user, String id) {
        UserTokens tokens = store.tokens(user);
        TokenEvent.Issued token = tokens.find(id)
                .orElseThrow(() -> Problem.usage(
                        "Expected a token of yours, but \"" + id + "\" is none; ./vesper tokens list shows them"));
        store.save(
                user,
                tokens.events(),
                new TokenEvent.Revoked(id),
                note(user, AuditAction.TOKEN_REVOKED, id, "\"" + token.label() + "\""));
        return seen(token);
    }

    /** What a token is called, as it says itself; empty where it is none of ours. */
    public static String idOf(Secret token) {
        String text = token.reveal();
        return text.length() == LENGTH && text.startsWith(PREFIX)
                ? text.substring(PREFIX.length(), PREFIX.length() + 2 * ID_BYTES)
                : "";
    }

    /** Who a token stands for now; empty where it stands for nobody. */
    public Optional<TokenUser> verify(Secret token) {
        String text = token.reveal();
        String id = idOf(token);
        if (id.isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        return store.holder(id)
                .filter(holder -> usable(holder.user()))
                .flatMap(holder -> holder.tokens()
                        .find(id)
                        .filter(issued -> good(issued, holder.user(), now) && same(issued.sha256(), Sha256.of(text)))
                        .map(issued -> new TokenUser(
                                holder.user().user().name(),
                                holder.user().user().roles(),
                                Set.copyOf(issued.scope()))));
    }

    /**
     * The same, of a token that came from somewhere: one that stands for nobody is a failure of that place, and stands in the
     * audit until the place has failed too often. A good one is taken from everywhere, as nobody guesses 256 bits.
     *
     * @throws Problem of kind REFUSED where it is none and the place has failed too often
     */
    public Optional<TokenUser> verify(Secret token, String from) {
        Optional<TokenUser> user = verify(token);
        if (user.isEmpty() && signIn.refused("wrong or expired token", from)) {
            throw Problem.refused("Expected fewer failures from one place, but there were too many; try again later");
        }
        return user;
    }

    private Optional<Known> usable(String user) {
        return Optional.ofNullable(store.users().byName().get(user)).filter(Tokens::usable);
    }

    private static boolean usable(Known known) {
        return known.user().active()
                && (!known.user().mustChangePassword()
                        || !known.user().identity().isEmpty());
    }

    private static boolean good(TokenEvent.Issued token, Known known, Instant now) {
        return now.isBefore(token.expires()) && token.passwords() == known.passwords();
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    private AccessNote note(String user, AuditAction action, String id, String detail) {
        return new AccessNote(clock.instant(), user, action, ManageUsers.subject(user) + "/token/" + id, detail);
    }

    private static PersonalToken seen(TokenEvent.Issued token) {
        return new PersonalToken(token.id(), token.label(), token.scope(), token.issued(), token.expires());
    }
}
