package dev.vesper.approvals;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A person's name as it is compared. {@code " Anna  Müller"}, {@code "ANNA MÜLLER"} and the same name with a combining
 * diaeresis are one person: names are Unicode-normalised (NFKC), freed of invisible characters, trimmed, single-spaced
 * and without regard to case. Letters of different alphabets that only look alike stay different.
 */
public final class PersonName {
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\\s]]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    private PersonName() {}

    /** The name as it is stored and shown: normalised, trimmed, its case kept. Empty where nothing visible is left. */
    public static String shown(String name) {
        String visible = INVISIBLE
                .matcher(Normalizer.normalize(name, Normalizer.Form.NFKC))
                .replaceAll("");
        return SPACES.matcher(visible).replaceAll(" ").strip();
    }

    /** Whether two names are one person's. */
    public static boolean same(String one, String other) {
        return folded(one).equals(folded(other));
    }

    /** Upper then lower case, so that ß and SS, and the two small sigmas, meet. */
    private static String folded(String name) {
        return shown(shown(name).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT));
    }
}
