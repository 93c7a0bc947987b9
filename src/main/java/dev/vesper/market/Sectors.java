package dev.vesper.market;

import java.util.Locale;
import java.util.Set;

/** What files write where the sector of an instrument is not known. */
public final class Sectors {
    /** The sector of an instrument of which nothing is known. */
    public static final String UNKNOWN = "Unknown";

    private static final Set<String> NONE =
            Set.of("", "unknown", "unclassified", "not classified", "none", "n/a", "na", "nan", "null", "-", "?");

    private Sectors() {}

    /** Whether the word says that the sector is not known; a limit on sectors then says nothing. */
    public static boolean unknown(String sector) {
        return NONE.contains(sector.strip().toLowerCase(Locale.ROOT));
    }
}
