package dev.vesper.adapters.rules;

import dev.vesper.limits.AccountBook;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a table can limit. The order of the constants is the order of judging: the first three judge each order as it is
 * proposed; the others, which all orders of an account share, judge what those and compliance left.
 */
enum Measure {
    ORDER_NOTIONAL(false, "Symbol, Asset class, Sector, Side"),
    POSITION_WEIGHT(false, "Symbol, Asset class, Sector"),
    SHARE_OF_DAILY_VOLUME(false, "Symbol, Asset class, Sector, Side, Volume known"),
    DAILY_TURNOVER(true, ""),
    SECTOR_WEIGHT(true, "Sector"),
    GROSS_EXPOSURE(true, "");

    private final boolean shared;
    private final String own;

    Measure(boolean shared, String own) {
        this.shared = shared;
        this.own = own;
    }

    /** Whether several orders use one limit together. */
    boolean shared() {
        return shared;
    }

    /** What a table of this measure may ask for, as names of DMN input data. */
    SortedSet<String> inputs() {
        SortedSet<String> all = new TreeSet<>(Subject.ACCOUNT_FACTS);
        if (!own.isEmpty()) {
            all.addAll(Arrays.asList(own.split(", ", -1)));
        }
        return all;
    }

    /** All that is measured in a book. */
    List<Subject> subjects(AccountBook book) {
        return switch (this) {
            case ORDER_NOTIONAL -> Measures.orderNotional(book);
            case POSITION_WEIGHT -> Measures.positionWeight(book);
            case SHARE_OF_DAILY_VOLUME -> Measures.shareOfDailyVolume(book);
            case DAILY_TURNOVER -> Measures.dailyTurnover(book);
            case SECTOR_WEIGHT -> Measures.sectorWeight(book);
            case GROSS_EXPOSURE -> Measures.grossExposure(book);
        };
    }

    /** {@code position-weight} is {@link #POSITION_WEIGHT}. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Measure> named(String label) {
        return Arrays.stream(values()).filter(m -> m.label().equals(label)).findFirst();
    }

    static List<String> names() {
        return Arrays.stream(values())
                .map(m -> m.name().charAt(0)
                        + m.name().substring(1).toLowerCase(Locale.ROOT).replace('_', ' '))
                .toList();
    }
}
