package dev.vesper.approvals;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.UnicodeSet;
import java.util.Locale;
import java.util.Optional;

/**
 * The characters that names are written with: what ASCII shows (accounts are named {@code FIRM\anna} and {@code
 * anna@firm.example} too), and those that Unicode UTS 39 allows in identifiers. A character that is not seen, stands for
 * nothing, or means something only to one vendor would let one person sign as two.
 */
final class NameCharacters {
    private static final UnicodeSet HIDDEN =
            new UnicodeSet("[[:Default_Ignorable_Code_Point:][:Cc:][:Cf:][:Cs:][:Co:][:Cn:][:Zl:][:Zp:]]").freeze();
    private static final UnicodeSet TO_READ =
            new UnicodeSet("[[:L:][:N:]]").removeAll(HIDDEN).freeze();
    static final UnicodeSet ALLOWED = new UnicodeSet(' ', '~')
            .addAll(SpoofChecker.RECOMMENDED)
            .addAll(SpoofChecker.INCLUSION)
            .removeAll(HIDDEN)
            .freeze();

    private NameCharacters() {}

    /** Whether there is a letter or a digit. */
    static boolean anyToRead(String shown) {
        return TO_READ.containsSome(shown);
    }

    /** The first character that is not to be seen, as the end of a sentence. */
    static Optional<String> hidden(String name) {
        return first(HIDDEN, true, name).map(c -> "holds " + c + ", which is not to be seen");
    }

    /** The first character that no name is written with, as the end of a sentence. */
    static Optional<String> foreign(String shown) {
        return first(ALLOWED, false, shown).map(c -> "holds " + c + ", which names are not written with");
    }

    private static Optional<String> first(UnicodeSet set, boolean in, String text) {
        return text.codePoints()
                .filter(c -> set.contains(c) == in)
                .mapToObj(NameCharacters::named)
                .findFirst();
    }

    /** For example {@code U+2800 (BRAILLE PATTERN BLANK)}. */
    static String named(int c) {
        return String.format(Locale.ROOT, "U+%04X (%s)", c, UCharacter.getExtendedName(c));
    }
}
