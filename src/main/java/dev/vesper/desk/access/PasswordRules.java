package dev.vesper.desk.access;

import dev.vesper.basics.Problem;
import dev.vesper.basics.Secret;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/**
 * What a password that somebody chooses must be: long, and not the first that anybody would try.
 *
 * <p>Source: NIST SP 800-63B-4, 3.1.1 (length, a list of common ones, no rules of composition); normalisation NFKC, so that
 * every keyboard gives the same one.
 */
public final class PasswordRules {
    public static final int SHORTEST = 12;
    public static final int LONGEST = 128;

    private static final int FEWEST_DIFFERENT = 5;

    /** What the letters of the most common long passwords say, once or several times over. */
    private static final Set<String> COMMON = Set.of(
            "password",
            "passwort",
            "passw",
            "secret",
            "geheim",
            "qwerty",
            "qwertz",
            "qwertyuiop",
            "qwertzuiop",
            "asdfghjkl",
            "azerty",
            "azertyuiop",
            "abcdefghijkl",
            "abcdefgh",
            "abc",
            "letmein",
            "welcome",
            "willkommen",
            "iloveyou",
            "admin",
            "administrator",
            "root",
            "changeme",
            "trustno",
            "monkey",
            "dragon",
            "football",
            "baseball",
            "sunshine",
            "princess",
            "superman",
            "correcthorsebatterystaple",
            "vesper");

    private PasswordRules() {}

    /** As it is hashed. */
    static Secret normalised(Secret password) {
        return new Secret(Normalizer.normalize(password.reveal(), Normalizer.Form.NFKC));
    }

    /**
     * Refuses one that is none for this user.
     *
     * @throws Problem of kind INPUT that says why, and not what
     */
    static void check(String name, Secret old, Secret next) {
        String text = normalised(next).reveal();
        int length = text.codePointCount(0, text.length());
        if (length < SHORTEST || length > LONGEST) {
            throw Problem.usage("Expected a password of " + SHORTEST + " to " + LONGEST + " characters, but it has "
                    + length + "; several words are easy to keep in mind");
        }
        if (text.equals(normalised(old).reveal())) {
            throw Problem.usage("Expected another password than the old one, but it is the same");
        }
        String plain = text.toLowerCase(Locale.ROOT);
        if (plain.equals(name.toLowerCase(Locale.ROOT))) {
            throw Problem.usage("Expected a password that is not your name, but it is");
        }
        if (text.codePoints().distinct().count() < FEWEST_DIFFERENT || common(plain)) {
            throw Problem.usage(
                    "Expected a password that is not among the most common ones, but everybody would try it;"
                            + " several words are easy to keep in mind");
        }
    }

    private static boolean common(String plain) {
        StringBuilder letters = new StringBuilder();
        plain.codePoints().filter(Character::isLetter).forEach(letters::appendCodePoint);
        String said = letters.toString();
        return COMMON.stream().anyMatch(word -> said.replace(word, "").isEmpty());
    }
}
