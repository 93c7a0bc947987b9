package dev.vesper.limits.waiver;

import dev.vesper.limits.RiskLimit;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A limit as it binds: its own, or what a waiver lifts it to.
 *
 * @param limit what the table's row says
 * @param by the waiver that lifts it; empty where none does
 */
public record Lifted(RiskLimit limit, Optional<Waiver> by) {
    /** A limit that nobody lifted. */
    public static Lifted not(RiskLimit limit) {
        return new Lifted(limit, Optional.empty());
    }

    /** How much may be used, or must be, in the unit of the limit; empty where there is no limit. */
    public Optional<BigDecimal> hard() {
        return by.flatMap(Waiver::upTo).or(limit::limit);
    }
}
