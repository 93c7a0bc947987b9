package dev.vesper.market;

import java.util.List;
import java.util.Optional;

/** The classes of assets that limits know, each in one spelling. */
public final class AssetClasses {
    /** As tables write them. */
    public static final List<String> ALL = List.of(
            "Equity",
            "ETF",
            "Fund",
            "Bond",
            "Money market",
            "Commodity",
            "Crypto",
            "Currency",
            "Index",
            "Future",
            "Option",
            "Other");

    /** What an instrument is where nobody says otherwise. */
    public static final String STANDARD = "Equity";

    private AssetClasses() {}

    /** The spelling of a word in any case, for example ETF for {@code etf}; empty where it is none. */
    public static Optional<String> named(String word) {
        String key = word.strip().replace('_', ' ').replace('-', ' ');
        return ALL.stream().filter(known -> known.equalsIgnoreCase(key)).findFirst();
    }
}
