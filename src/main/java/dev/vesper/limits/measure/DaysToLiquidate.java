package dev.vesper.limits.measure;

import dev.vesper.limits.Claim;
import dev.vesper.limits.Holdings;
import dev.vesper.limits.Holdings.Effect;
import dev.vesper.limits.LimitUtilisation;
import dev.vesper.limits.LimitUtilisation.Unit;
import dev.vesper.orders.ParentOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many days it takes to sell a position at a fifth of the average daily volume: 1,000 IBM where 500 trade a day are 10
 * days. Measured for each position that is held or traded; the subject is its order where there is one.
 */
public final class DaysToLiquidate implements Measure {
    /** Of the average daily volume, which is what a seller may be without moving the market much. */
    static final BigDecimal PARTICIPATION = new BigDecimal("0.2");

    private static final Missing VOLUME =
            new Missing("average daily volume", "the days to liquidate cannot be measured", "prices with volumes");
    private static final Set<Fact<?>> FACTS =
            CommonFacts.and(CommonFacts.OF_INSTRUMENT, ShareOfDailyVolume.VOLUME_KNOWN);

    @Override
    public String label() {
        return "days-to-liquidate";
    }

    @Override
    public String sentence() {
        return "one position's quantity over a fifth of the average daily volume, in days";
    }

    @Override
    public Scope scope() {
        return Scope.ORDER;
    }

    @Override
    public Optional<BigDecimal> highestLimit() {
        return Optional.of(BigDecimal.valueOf(10_000));
    }

    @Override
    public Set<Fact<?>> facts() {
        return FACTS;
    }

    @Override
    public List<Measured> of(ValuedBook valued) {
        Holdings holdings = valued.holdings();
        SortedMap<String, List<Effect>> effects = new TreeMap<>();
        holdings.units().keySet().forEach(symbol -> effects.put(symbol, new ArrayList<>()));
        holdings.effects(valued.book().orders())
                .forEach(effect -> effects.computeIfAbsent(effect.order().symbol(), s -> new ArrayList<>())
                        .add(effect));
        List<Measured> measured = new ArrayList<>();
        effects.forEach((symbol, own) -> one(valued, symbol, own).ifPresent(measured::add));
        return measured;
    }

    private static Optional<Measured> one(ValuedBook valued, String symbol, List<Effect> own) {
        BigDecimal volume = valued.book().averageDailyVolume().getOrDefault(symbol, BigDecimal.ZERO);
        FactValues facts =
                CommonFacts.ofInstrument(valued, symbol).with(ShareOfDailyVolume.VOLUME_KNOWN, volume.signum() > 0);
        if (volume.signum() <= 0) {
            List<ParentOrder> raising =
                    own.stream().filter(Effect::raises).map(Effect::order).toList();
            return raising.isEmpty() ? Optional.empty() : Optional.of(new Measured.Unknown(facts, raising, VOLUME));
        }
        BigDecimal kept = valued.holdings().units(symbol).abs();
        List<Claim> claims = new ArrayList<>();
        for (Effect effect : own) {
            kept = kept.subtract(effect.reducing());
            if (effect.raises()) {
                Claim.of(effect.order(), effect.reducing(), BigDecimal.ONE).ifPresent(claims::add);
            } else {
                kept = kept.add(effect.increasing());
            }
        }
        String subject = own.size() == 1 ? own.getFirst().order().id() : valued.account() + "/" + symbol;
        return Optional.of(new Measured.Used(
                facts,
                new LimitUtilisation(
                        valued.account(),
                        subject,
                        "The time to liquidate " + symbol + " in " + valued.account(),
                        Unit.DAYS,
                        volume.multiply(PARTICIPATION),
                        kept.max(BigDecimal.ZERO),
                        claims)));
    }
}
