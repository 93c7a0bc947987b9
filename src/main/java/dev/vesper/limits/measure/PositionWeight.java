package dev.vesper.limits.measure;

import dev.vesper.limits.Holdings;
import dev.vesper.limits.Holdings.Effect;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One instrument's market value over the account's: 240 IBM at 100 in an account of 100,000 are 24 %. Measured for each
 * position that is held or traded; the subject is its order where there is one.
 */
public final class PositionWeight implements Measure {
    @Override
    public String label() {
        return "position-weight";
    }

    @Override
    public String sentence() {
        return "one instrument's market value over the account's value";
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
        return CommonFacts.OF_INSTRUMENT;
    }

    @Override
    public List<Measured> of(ValuedBook valued) {
        List<Measured> measured = new ArrayList<>();
        effects(valued).forEach((symbol, own) -> {
            String subject = own.size() == 1 ? own.getFirst().order().id() : valued.account() + "/" + symbol;
            String what = symbol + " in " + valued.account();
            measured.add(new Measured.Used(
                    CommonFacts.ofInstrument(valued, symbol),
                    Exposure.of(valued, subject, what, List.of(symbol), own)));
        });
        return measured;
    }

    /** What the orders do to each symbol that is held or traded. */
    private static SortedMap<String, List<Effect>> effects(ValuedBook valued) {
        Holdings holdings = valued.holdings();
        SortedMap<String, List<Effect>> effects = new TreeMap<>();
        holdings.units().forEach((symbol, units) -> {
            if (units.signum() != 0) {
                effects.put(symbol, new ArrayList<>());
            }
        });
        for (Effect effect : holdings.effects(valued.book().orders())) {
            effects.computeIfAbsent(effect.order().symbol(), s -> new ArrayList<>())
                    .add(effect);
        }
        return effects;
    }
}
