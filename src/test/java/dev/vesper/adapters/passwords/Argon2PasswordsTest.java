package dev.vesper.adapters.passwords;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Secret;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;

/** Passwords are kept as the cheat sheet says, and can be kept better later. */
class Argon2PasswordsTest {
    private static final Secret PASSWORD = new Secret("vier grüne Pferde");

    private final Argon2Passwords passwords = new Argon2Passwords();

    @Test
    void thePasswordMatchesAndNoOther() {
        String kept = passwords.hash(PASSWORD);
        assertTrue(kept.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), kept);
        assertTrue(passwords.matches(PASSWORD, kept));
        assertFalse(passwords.matches(new Secret("vier grüne Pferd"), kept));
        assertNotEquals(kept, passwords.hash(PASSWORD), "another salt");
        assertFalse(passwords.outdated(kept));
    }

    @Test
    void weakerParametersAreReadAndOutdated() {
        String kept = new Argon2Passwords(1024, 1).hash(PASSWORD);
        assertTrue(passwords.matches(PASSWORD, kept));
        assertTrue(passwords.outdated(kept));
        assertFalse(new Argon2Passwords(1024, 1).outdated(kept));
    }

    @Test
    void whatIsNoHashMatchesNothing() {
        for (String broken : new String[] {"", "$argon2id$v=19$m=19456,t=2,p=1$", "plain", "$2a$10$abc"}) {
            assertFalse(passwords.matches(PASSWORD, broken), broken);
        }
    }

    /** RFC 9106, section 5.3, by the library that is used here, and the form in which it is kept. */
    @Test
    void theVectorOfTheStandardHolds() {
        byte[] secret = filled(8, 3);
        Argon2Parameters parameters = new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(32)
                .withIterations(3)
                .withParallelism(4)
                .withSalt(filled(16, 2))
                .withSecret(secret)
                .withAdditional(filled(12, 4))
                .build();
        byte[] tag = new byte[32];
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(parameters);
        argon2.generateBytes(filled(32, 1), tag);
        assertEquals(
                "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659",
                HexFormat.of().formatHex(tag));
    }

    /** What the generator makes of the password is what the kept form says. */
    @Test
    void theHashIsThatOfTheKeptParameters() {
        byte[] salt = "somesaltsomesalt".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withMemoryAsKB(1024)
                .withIterations(2)
                .withParallelism(1)
                .withSalt(salt)
                .build());
        byte[] tag = new byte[32];
        argon2.generateBytes(PASSWORD.reveal().getBytes(java.nio.charset.StandardCharsets.UTF_8), tag);
        Base64.Encoder text = Base64.getEncoder().withoutPadding();
        assertTrue(passwords.matches(
                PASSWORD,
                "$argon2id$v=19$m=1024,t=2,p=1$" + text.encodeToString(salt) + "$" + text.encodeToString(tag)));
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        java.util.Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
