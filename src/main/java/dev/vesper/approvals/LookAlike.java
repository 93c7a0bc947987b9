package dev.vesper.approvals;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.SpoofChecker.RestrictionLevel;
import com.ibm.icu.util.ULocale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names that the eye takes for one another. Source: Unicode UTS 39, the skeletons of its confusables and its highly
 * restrictive mixing of scripts (one script, or Latin with Chinese, Japanese or Korean), with the tables of ICU4J.
 */
final class LookAlike {
    private static final SpoofChecker LOOKS = new SpoofChecker.Builder()
            .setChecks(SpoofChecker.RESTRICTION_LEVEL
                    | SpoofChecker.INVISIBLE
                    | SpoofChecker.MIXED_NUMBERS
                    | SpoofChecker.HIDDEN_OVERLAY)
            .setRestrictionLevel(RestrictionLevel.HIGHLY_RESTRICTIVE)
            .setAllowedChars(NameCharacters.ALLOWED)
            .build();

    private LookAlike() {}

    /** How a name looks: as it is written, in small letters and in capitals. Two that share one look alike. */
    static Set<String> skeletons(String shown) {
        return Stream.of(shown, UCharacter.foldCase(shown, true), UCharacter.toUpperCase(ULocale.ROOT, shown))
                .map(LOOKS::getSkeleton)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What in one name alone is made to be mistaken, as the end of a sentence. */
    static Optional<String> mixture(String shown) {
        SpoofChecker.CheckResult found = new SpoofChecker.CheckResult();
        if (!LOOKS.failsChecks(shown, found)) {
            return Optional.empty();
        }
        if ((found.checks & SpoofChecker.RESTRICTION_LEVEL) != 0) {
            return Optional.of("mixes alphabets, whose letters may look alike: " + alphabets(shown));
        }
        return Optional.of(
                (found.checks & SpoofChecker.MIXED_NUMBERS) != 0
                        ? "mixes the digits of two scripts"
                        : "holds a mark that is not to be seen on the letter before it");
    }

    private static String alphabets(String shown) {
        return shown.codePoints()
                .filter(UCharacter::isLetter)
                .mapToObj(c -> UScript.getName(UScript.getScript(c)))
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
