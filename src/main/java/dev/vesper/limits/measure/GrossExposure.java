package dev.vesper.limits.measure;

import dev.vesper.limits.Holdings;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All positions over the account's value, long and short added without sign: 80,000 long and 30,000 short of 100,000 are 110 %.
 * It is what a mandate calls leverage by the gross method: the account's value is its equity, cash plus positions, where what
 * is owed and what is short count as less than nothing; cash itself is no exposure.
 */
public final class GrossExposure implements Measure {
    @Override
    public String label() {
        return "gross-exposure";
    }

    @Override
    public Optional<String> alsoCalled() {
        return Optional.of("leverage");
    }

    @Override
    public String sentence() {
        return "all positions over the account's value, long and short added without sign";
    }

    @Override
    public Optional<BigDecimal> highestLimit() {
        return Optional.of(BigDecimal.TEN);
    }

    @Override
    public Scope scope() {
        return Scope.ACCOUNT;
    }

    @Override
    public Set<Fact<?>> facts() {
        return CommonFacts.OF_ACCOUNT;
    }

    @Override
    public List<Measured> of(ValuedBook valued) {
        Holdings holdings = valued.holdings();
        if (holdings.units().isEmpty() && valued.book().orders().isEmpty()) {
            return List.of();
        }
        String account = valued.account();
        return List.of(new Measured.Used(
                CommonFacts.ofAccount(valued),
                Exposure.of(
                        valued,
                        account,
                        "Gross exposure of " + account,
                        holdings.units().keySet(),
                        holdings.effects(valued.book().orders()))));
    }
}
