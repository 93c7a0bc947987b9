package dev.vesper.approvals;

import com.ibm.icu.text.Normalizer2;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Refusal;
import dev.vesper.basics.Visible;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A person's name: what may be one, and which two are one person's. {@code " Anna  Müller"}, {@code "ANNA MÜLLER"} and the
 * same name with a combining diaeresis are one person, and so are names that the eye cannot tell apart, for example {@code
 * Paypal} with a capital I at its end: whoever reads the audit could not say which of them approved.
 *
 * <p>Source: Unicode UAX 15, normalisation NFKC and its case folding; {@link LookAlike}.
 */
public final class PersonName {
    /** The longest name, in characters. */
    public static final int LONGEST = 100;

    /** Who acts in the audit where no person does. */
    private static final String PROGRAM = "vesper";

    private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();
    private static final Normalizer2 FOLDED = Normalizer2.getNFKCCasefoldInstance();
    private static final Pattern SPACES = Pattern.compile("\\p{Zs}+");

    private PersonName() {}

    /** The name as it is stored and shown: normalised, trimmed, single-spaced, its case kept. */
    public static String shown(String name) {
        return SPACES.matcher(NFKC.normalize(name)).replaceAll(" ").strip();
    }

    /**
     * The name as it is stored and shown.
     *
     * @throws Problem of kind INPUT where it is none
     */
    public static String of(String name) {
        refusal(name).ifPresent(refused -> {
            throw Problem.usage(refused.message());
        });
        return shown(name);
    }

    /** Why it is no name of a person; empty where it is one. */
    public static Optional<Refusal> refusal(String name) {
        String shown = shown(name);
        if (!NameCharacters.anyToRead(shown)) {
            return Optional.of(new Refusal(
                    FourEyesRefusal.NAME_MISSING,
                    "Expected a person's name, but got \"" + Visible.line(name) + "\"; maybe --as is empty"));
        }
        return NameCharacters.hidden(name)
                .or(() -> NameCharacters.foreign(shown))
                .or(() -> tooLong(shown))
                .or(() -> LookAlike.mixture(shown))
                .or(() -> program(shown))
                .map(why -> new Refusal(
                        FourEyesRefusal.NAME_UNCLEAR,
                        "Expected a person's name that cannot be mistaken, but \"" + Visible.line(name) + "\" " + why));
    }

    /** Whether two names are one person's, or look so. */
    public static boolean same(String one, String other) {
        return NameLooks.of(one).like(NameLooks.of(other));
    }

    /** Whether two names are written alike but for case and spaces: what only looks alike is another one. */
    static boolean spelt(String one, String other) {
        return NameLooks.of(one).folded().equals(NameLooks.of(other).folded());
    }

    static String folded(String name) {
        return FOLDED.normalize(shown(name));
    }

    private static Optional<String> tooLong(String shown) {
        int length = shown.codePointCount(0, shown.length());
        return length <= LONGEST
                ? Optional.empty()
                : Optional.of("has " + length + " characters; at most " + LONGEST + " are taken");
    }

    private static Optional<String> program(String shown) {
        return same(shown, PROGRAM)
                ? Optional.of("reads as " + PROGRAM + ", which in the audit is the program itself")
                : Optional.empty();
    }
}
