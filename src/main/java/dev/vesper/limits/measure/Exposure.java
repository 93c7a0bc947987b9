package dev.vesper.limits.measure;

import dev.vesper.limits.Claim;
import dev.vesper.limits.Holdings;
import dev.vesper.limits.Holdings.Effect;
import dev.vesper.limits.LimitUtilisation;
import dev.vesper.limits.LimitUtilisation.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Market value without sign over the account's value: of one position, a sector, all positions. */
public final class Exposure {
    private Exposure() {}

    /**
     * How much the symbols use together, once the orders are done.
     *
     * @param subject what the limit binds
     * @param what the same for a sentence
     * @param held the symbols that count
     * @param effects of the orders in these symbols
     */
    public static LimitUtilisation of(
            ValuedBook valued, String subject, String what, Collection<String> held, List<Effect> effects) {
        Holdings holdings = valued.holdings();
        BigDecimal kept = BigDecimal.ZERO;
        for (String symbol : held) {
            kept = kept.add(holdings.exposure(symbol));
        }
        List<Claim> claims = new ArrayList<>();
        for (Effect effect : effects) {
            BigDecimal price = holdings.price(effect.order().symbol());
            kept = kept.subtract(effect.reducing().multiply(price));
            if (effect.raises()) {
                Claim.of(effect.order(), effect.reducing(), price).ifPresent(claims::add);
            } else {
                kept = kept.add(effect.increasing().multiply(price));
            }
        }
        return new LimitUtilisation(
                valued.account(), subject, what, Unit.SHARE_OF_VALUE, valued.base(), kept.max(BigDecimal.ZERO), claims);
    }
}
