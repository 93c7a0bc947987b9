package dev.vesper.testing;

import dev.vesper.basics.Problem;
import dev.vesper.basics.Secret;
import dev.vesper.basics.Sha256;
import dev.vesper.desk.access.Access;
import dev.vesper.desk.access.AccessNote;
import dev.vesper.desk.access.KnownUsers;
import dev.vesper.desk.access.ManageUsers;
import dev.vesper.desk.access.OneTimePassword;
import dev.vesper.desk.access.PasswordHashes;
import dev.vesper.desk.access.Passwords;
import dev.vesper.desk.access.Role;
import dev.vesper.desk.access.SecretSource;
import dev.vesper.desk.access.SignIn;
import dev.vesper.desk.access.TokenEvent;
import dev.vesper.desk.access.Tokens;
import dev.vesper.desk.access.Tries;
import dev.vesper.desk.access.UserEvent;
import dev.vesper.desk.access.UserRules;
import dev.vesper.desk.access.UserStore;
import dev.vesper.desk.access.UserTokens;
import dev.vesper.desk.audit.AuditLog;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Users in memory, with hashes that take no time, and the use cases over them. */
public final class MemoryUsers implements UserStore {
    /** The identity provider of the firm, where a test starts none. */
    public static final String ISSUER = "https://id.example.com";

    public final List<UserEvent> events = new ArrayList<>();
    public final Map<String, String> hashes = new HashMap<>();
    public final Map<String, List<TokenEvent>> tokens = new LinkedHashMap<>();
    public final Map<String, Tries> tries = new HashMap<>();

    /** How many passwords were hashed or compared: what takes the time. */
    public int compared;

    /** Which parameters are asked for by now. */
    public int parameters = 1;

    public final Access access;
    public final ManageUsers manage;
    public final SignIn signIn;
    public final Passwords passwords;
    public final Tokens personal;

    private final AuditLog audit;
    private final Random random = new Random(42);

    public MemoryUsers(AuditLog audit, InstantSource clock) {
        this.audit = audit;
        PasswordHashes quick = new Quick();
        SecretSource bytes = count -> {
            byte[] drawn = new byte[count];
            random.nextBytes(drawn);
            return drawn;
        };
        manage = new ManageUsers(this, quick, bytes, audit, clock);
        signIn = new SignIn(this, quick, audit, clock);
        passwords = new Passwords(this, quick, signIn, clock);
        personal = new Tokens(this, bytes, signIn, clock);
        access = new Access(manage, signIn, passwords, personal, ISSUER);
    }

    /** Somebody who chose a password. */
    public void settled(String name, String password, Role... roles) {
        OneTimePassword made = manage.add(name, Set.of(roles), "owner");
        passwords.change(name, made.password(), new Secret(password), "test");
    }

    private final class Quick implements PasswordHashes {
        @Override
        public String hash(Secret password) {
            compared++;
            return parameters + ":" + Sha256.of(password.reveal());
        }

        @Override
        public boolean matches(Secret password, String kept) {
            compared++;
            return kept.endsWith(":" + Sha256.of(password.reveal()));
        }

        @Override
        public boolean outdated(String kept) {
            return Integer.parseInt(kept.substring(0, kept.indexOf(':'))) < parameters;
        }
    }

    @Override
    public KnownUsers users() {
        return new UserRules().replay(events);
    }

    @Override
    public Optional<String> passwordHash(String user) {
        return Optional.ofNullable(hashes.get(user));
    }

    @Override
    public void save(int expected, UserEvent event, @Nullable String passwordHash, AccessNote note) {
        mustBe(expected, events.size());
        events.add(event);
        if (passwordHash != null) {
            hashes.put(event.user(), passwordHash);
        }
        write(note);
    }

    @Override
    public UserTokens tokens(String user) {
        return UserTokens.of(tokens.getOrDefault(user, List.of()));
    }

    @Override
    public Optional<String> tokenOwner(String id) {
        return tokens.keySet().stream()
                .filter(user ->
                        tokens.get(user).stream().anyMatch(event -> event.id().equals(id)))
                .findFirst();
    }

    @Override
    public void save(String user, int expected, TokenEvent event, AccessNote note) {
        List<TokenEvent> there = tokens.computeIfAbsent(user, _ -> new ArrayList<>());
        mustBe(expected, there.size());
        there.add(event);
        write(note);
    }

    private static void mustBe(int expected, int there) {
        if (expected != there) {
            throw Problem.refused("Expected " + expected + " events, but there are " + there);
        }
    }

    private void write(AccessNote note) {
        audit.append(note.at(), note.actor(), note.action(), note.subject(), note.detail(), false, note.change());
    }

    @Override
    public Tries tries(String who) {
        return tries.getOrDefault(who, Tries.NONE);
    }

    @Override
    public void save(String who, Tries failed, Instant forgotten) {
        tries.values().removeIf(old -> old.newest().isBefore(forgotten));
        tries.put(who, failed);
    }

    @Override
    public void forget(String who) {
        tries.remove(who);
    }
}
