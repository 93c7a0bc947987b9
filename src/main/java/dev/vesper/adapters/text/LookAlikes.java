package dev.vesper.adapters.text;

import com.ibm.icu.text.SpoofChecker;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names of one file that the eye takes for one another though their letters are of different alphabets: AAA in Latin and
 * AAA in Cyrillic letters. What differs within ASCII, such as O and 0, is told apart by everybody who trades it.
 *
 * <p>Source: Unicode UTS 39, the skeletons of its confusables, with the tables of ICU4J.
 */
public final class LookAlikes {
    private static final SpoofChecker LOOKS =
            new SpoofChecker.Builder().setChecks(SpoofChecker.CONFUSABLE).build();
    private static final int LAST_ASCII = 0x7F;

    private final Map<String, String> plain = new HashMap<>();
    private final Map<String, String> foreign = new HashMap<>();

    /** Takes a name, and answers the one that came before and looks the same; null where none does. */
    public @Nullable String add(String name) {
        boolean ascii = name.chars().allMatch(c -> c <= LAST_ASCII);
        String looks = LOOKS.getSkeleton(name);
        String before = foreign.get(looks);
        if (before == null && !ascii) {
            before = plain.get(looks);
        }
        (ascii ? plain : foreign).putIfAbsent(looks, name);
        return before == null || before.equals(name) ? null : before;
    }
}
