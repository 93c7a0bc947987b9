package dev.vesper.adapters.passwords;

import dev.vesper.basics.Secret;
import dev.vesper.desk.access.PasswordHashes;
import java.util.concurrent.Semaphore;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * Argon2id with a random salt; what is kept names its parameters, for example {@code $argon2id$v=19$m=19456,t=2,p=1$...},
 * so that they can be raised: what was made with weaker ones is made anew when its user signs in.
 *
 * <p>Each hash takes 19 MiB, so only a few are made at a time: who comes next waits.
 *
 * <p>Source: RFC 9106; the parameters are those of OWASP's Password Storage Cheat Sheet (m = 19 MiB, t = 2, p = 1).
 */
public final class Argon2Passwords implements PasswordHashes {
    static final int MEMORY_KIB = 19 * 1024;
    static final int ITERATIONS = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int AT_A_TIME = 4;

    private final Argon2PasswordEncoder encoder;
    private final Semaphore free = new Semaphore(AT_A_TIME, /* fair= */ true);

    public Argon2Passwords() {
        this(MEMORY_KIB, ITERATIONS);
    }

    Argon2Passwords(int memoryKib, int iterations) {
        encoder = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, memoryKib, iterations);
    }

    @Override
    public String hash(Secret password) {
        free.acquireUninterruptibly();
        try {
            return encoder.encode(password.reveal());
        } finally {
            free.release();
        }
    }

    @Override
    public boolean matches(Secret password, String kept) {
        free.acquireUninterruptibly();
        try {
            return encoder.matches(password.reveal(), kept);
        } catch (IllegalArgumentException | IndexOutOfBoundsException noHash) {
            return false;
        } finally {
            free.release();
        }
    }

    @Override
    public boolean outdated(String kept) {
        return encoder.upgradeEncoding(kept);
    }
}
