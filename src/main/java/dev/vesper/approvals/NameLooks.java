package dev.vesper.approvals;

import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What of a name says whether another is the same person's. An inbox compares the same few names thousands of times a second,
 * and finding how one looks takes some microseconds, so the looks of the newest are remembered.
 *
 * @param folded normalised, single-spaced, its case folded
 * @param marks that and how it looks; two names that share one are one person's
 */
record NameLooks(String folded, Set<String> marks) {
    /** More names than a firm has people; whoever makes up names all day fills no memory. */
    private static final int REMEMBERED = 2_000;

    private static final Map<String, NameLooks> KNOWN = new ConcurrentHashMap<>();

    static NameLooks of(String name) {
        NameLooks known = KNOWN.get(name);
        if (known != null) {
            return known;
        }
        String folded = PersonName.folded(name);
        Set<String> marks = new HashSet<>(Set.of("written " + folded));
        LookAlike.skeletons(PersonName.shown(name)).forEach(look -> marks.add("looks " + look));
        NameLooks looks = new NameLooks(folded, Set.copyOf(marks));
        if (name.length() <= PersonName.LONGEST) {
            if (KNOWN.size() >= REMEMBERED) {
                KNOWN.clear();
            }
            KNOWN.put(name, looks);
        }
        return looks;
    }

    boolean like(NameLooks other) {
        return !Collections.disjoint(marks, other.marks);
    }
}
