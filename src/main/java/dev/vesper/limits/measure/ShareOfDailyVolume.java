package dev.vesper.limits.measure;

import dev.vesper.limits.LimitUtilisation.Unit;
import dev.vesper.orders.ParentOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Each order's quantity over the average daily volume: 160 IBM where 1,000 trade a day are 16 %. Sells move the market too,
 * so both sides count.
 */
public final class ShareOfDailyVolume implements Measure {
    static final Fact<Boolean> VOLUME_KNOWN =
            Fact.yesOrNo("Volume known", "whether the instrument's average daily volume is known and above zero");
    private static final Missing VOLUME =
            new Missing("average daily volume", "the share of it cannot be measured", "prices with volumes");
    private static final Set<Fact<?>> FACTS = CommonFacts.and(CommonFacts.OF_ORDER, VOLUME_KNOWN);

    @Override
    public String label() {
        return "share-of-daily-volume";
    }

    @Override
    public String sentence() {
        return "one order's quantity over the average daily volume";
    }

    @Override
    public Optional<BigDecimal> highestLimit() {
        return Optional.of(BigDecimal.ONE);
    }

    @Override
    public Scope scope() {
        return Scope.ORDER;
    }

    @Override
    public Set<Fact<?>> facts() {
        return FACTS;
    }

    @Override
    public List<Measured> of(ValuedBook valued) {
        List<Measured> measured = new ArrayList<>();
        for (ParentOrder order : valued.book().orders()) {
            BigDecimal volume = valued.book().averageDailyVolume().getOrDefault(order.symbol(), BigDecimal.ZERO);
            boolean known = volume.signum() > 0;
            FactValues facts = CommonFacts.ofOrder(valued, order).with(VOLUME_KNOWN, known);
            measured.add(
                    known
                            ? new Measured.Used(facts, OrderUse.of(order, Unit.SHARE_OF_VOLUME, volume, BigDecimal.ONE))
                            : new Measured.Unknown(facts, List.of(order), VOLUME));
        }
        return measured;
    }
}
