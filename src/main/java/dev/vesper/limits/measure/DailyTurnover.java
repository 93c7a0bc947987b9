package dev.vesper.limits.measure;

import dev.vesper.limits.Claim;
import dev.vesper.limits.LimitUtilisation;
import dev.vesper.limits.LimitUtilisation.Unit;
import dev.vesper.orders.ParentOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Bought plus sold over the account's value, in this run: selling 20,000 to buy 20,000 in an account of 100,000 is 40 %.
 * Every order uses it, also one that lowers a position.
 */
public final class DailyTurnover implements Measure {
    @Override
    public String label() {
        return "daily-turnover";
    }

    @Override
    public String sentence() {
        return "bought plus sold over the account's value, in this run";
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
        if (valued.book().orders().isEmpty()) {
            return List.of();
        }
        List<Claim> claims = new ArrayList<>();
        for (ParentOrder order : valued.book().orders()) {
            Claim.of(order, BigDecimal.ZERO, order.decisionPrice()).ifPresent(claims::add);
        }
        String account = valued.account();
        return List.of(new Measured.Used(
                CommonFacts.ofAccount(valued),
                new LimitUtilisation(
                        account,
                        account,
                        "Turnover of " + account,
                        Unit.SHARE_OF_VALUE,
                        valued.base(),
                        BigDecimal.ZERO,
                        claims)));
    }
}
