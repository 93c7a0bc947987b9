package dev.vesper.app.wiring;

import dev.vesper.adapters.passwords.Argon2Passwords;
import dev.vesper.app.settings.IdentityProvider;
import dev.vesper.app.settings.Settings;
import dev.vesper.basics.Times;
import dev.vesper.desk.access.Access;
import dev.vesper.desk.access.ManageUsers;
import dev.vesper.desk.access.PasswordHashes;
import dev.vesper.desk.access.Passwords;
import dev.vesper.desk.access.SecretSource;
import dev.vesper.desk.access.SignIn;
import dev.vesper.desk.access.Tokens;
import java.security.SecureRandom;

/** Who belongs: users, their passwords and their tokens. */
public final class AccessWiring {
    public final Part<Access> access;
    final Part<SignIn> signIn;

    AccessWiring(OpenParts open, Settings settings, Times times, StoreWiring store) {
        signIn = new Part<>(open, "sign-in", () -> {
            var kept = store.store.get();
            return new SignIn(kept.users(), new Argon2Passwords(), kept.audit(), times.machine());
        });
        access = new Part<>(open, "access", () -> {
            var kept = store.store.get();
            PasswordHashes hashes = new Argon2Passwords();
            SecureRandom random = new SecureRandom();
            SecretSource secrets = count -> {
                byte[] bytes = new byte[count];
                random.nextBytes(bytes);
                return bytes;
            };
            return new Access(
                    new ManageUsers(kept.users(), hashes, secrets, kept.audit(), times.machine()),
                    signIn.get(),
                    new Passwords(kept.users(), hashes, signIn.get(), times.machine()),
                    new Tokens(kept.users(), secrets, signIn.get(), times.machine()),
                    settings.identity().map(IdentityProvider::issuer).orElse(""));
        });
    }
}
