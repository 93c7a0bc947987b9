package dev.vesper.desk.operations;

import dev.vesper.basics.Registry;
import java.util.List;
import java.util.Locale;

/**
 * Which proposed orders somebody wants to see, and which of them first.
 *
 * @param find what stands in the order's id, which has its account and its symbol; empty for all
 */
public record ProposedView(First first, String find) {
    /** All of them, the largest first. */
    public static final ProposedView ALL = new ProposedView(First.LARGEST, "");

    /** Which come first. */
    public enum First {
        /** By notional at decision prices. */
        LARGEST,
        /** What a rule acted on or warned of, then what uses most of a limit, for example of the daily volume. */
        ATTENTION;

        /** By their words. */
        public static final Registry<First> WORDS = Registry.of("order of orders", First::word, List.of(values()));

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    boolean has(String order) {
        return order.toLowerCase(Locale.ROOT).contains(find.strip().toLowerCase(Locale.ROOT));
    }
}
