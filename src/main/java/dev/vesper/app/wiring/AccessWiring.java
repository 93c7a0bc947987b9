package dev.vesper.app.wiring;

import dev.vesper.adapters.passwords.Argon2Passwords;
import dev.vesper.basics.Times;
import dev.vesper.desk.access.ManageUsers;
import dev.vesper.desk.access.PasswordHashes;
import dev.vesper.desk.access.Passwords;
import dev.vesper.desk.access.SecretSource;
import dev.vesper.desk.access.SignIn;
import dev.vesper.desk.access.Tokens;
import java.security.SecureRandom;

/** Who belongs: users, their passwords and their tokens. */
public final class AccessWiring {
    public final Part<ManageUsers> users;
    public final Part<SignIn> signIn;
    public final Part<Passwords> passwords;
    public final Part<Tokens> tokens;

    AccessWiring(OpenParts open, Times times, StoreWiring store) {
        Part<PasswordHashes> hashes = new Part<>(open, "password-hashes", Argon2Passwords::new);
        SecureRandom random = new SecureRandom();
        SecretSource secrets = count -> {
            byte[] bytes = new byte[count];
            random.nextBytes(bytes);
            return bytes;
        };
        users = new Part<>(open, "users", () -> {
            var kept = store.store.get();
            return new ManageUsers(kept.users(), hashes.get(), secrets, kept.audit(), times.clock());
        });
        signIn = new Part<>(open, "sign-in", () -> {
            var kept = store.store.get();
            return new SignIn(kept.users(), hashes.get(), kept.audit(), times.clock());
        });
        passwords = new Part<>(
                open,
                "passwords",
                () -> new Passwords(store.store.get().users(), hashes.get(), signIn.get(), times.clock()));
        tokens = new Part<>(
                open, "tokens", () -> new Tokens(store.store.get().users(), secrets, signIn.get(), times.clock()));
    }
}
