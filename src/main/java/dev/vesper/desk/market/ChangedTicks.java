package dev.vesper.desk.market;

import dev.vesper.desk.firm.Firm;
import dev.vesper.market.Instrument;
import dev.vesper.market.MarketSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says which price steps of the firm's file do not fit the prices, and what they are worked in instead. */
public final class ChangedTicks {
    private static final int NAMED = 5;

    private ChangedTicks() {}

    /** A sentence such as "SHIB 0.01 as 0.00000001"; empty where every step is worked as it is written. */
    public static Optional<String> sentence(Firm firm, MarketSnapshot snapshot) {
        List<String> changed = firm.instruments().values().stream()
                .filter(written -> written.tickSize()
                                .compareTo(snapshot.instrument(written.symbol()).tickSize())
                        != 0)
                .map(written -> words(written, snapshot.instrument(written.symbol())))
                .toList();
        return changed.isEmpty()
                ? Optional.empty()
                : Optional.of("instruments.csv: the tick_size of " + changed.size() + " of "
                        + firm.instruments().size()
                        + " instruments does not fit their prices and is another in this run: "
                        + changed.stream().limit(NAMED).collect(Collectors.joining(", "))
                        + (changed.size() > NAMED ? ", ..." : ""));
    }

    private static String words(Instrument written, Instrument worked) {
        return written.symbol() + " " + written.tickSize().toPlainString() + " as "
                + worked.tickSize().toPlainString();
    }
}
