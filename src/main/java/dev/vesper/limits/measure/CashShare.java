package dev.vesper.limits.measure;

import dev.vesper.limits.Bound;
import dev.vesper.limits.Claim;
import dev.vesper.limits.LimitUtilisation;
import dev.vesper.limits.LimitUtilisation.Unit;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Cash over the account's value once the orders are done, at the closes that decide and before costs: 10,000 of 100,000, of
 * which a purchase takes 7,000, is 3 %. What is sold short counts as cash. Of a minimum what is owed is less than none; of a
 * maximum it is none.
 */
public final class CashShare implements OfAccount {
    @Override
    public String label() {
        return "cash-share";
    }

    @Override
    public String sentence() {
        return "cash over the account's value, before costs";
    }

    @Override
    public Optional<BigDecimal> highestLimit() {
        return Optional.of(BigDecimal.ONE);
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
        return valued.holdings().units().isEmpty() && valued.book().orders().isEmpty()
                ? List.of()
                : List.of(new Measured.Used(
                        CommonFacts.ofAccount(valued), utilisation(valued, Bound.MAXIMUM, Side.SELL)));
    }

    @Override
    public LimitUtilisation least(ValuedBook valued) {
        return utilisation(valued, Bound.MINIMUM, Side.BUY);
    }

    /** @param claiming the side whose orders bring the cash towards the bound */
    private static LimitUtilisation utilisation(ValuedBook valued, Bound bound, Side claiming) {
        BigDecimal kept = valued.holdings().cash();
        List<Claim> claims = new ArrayList<>();
        for (ParentOrder order : valued.book().orders()) {
            BigDecimal price = valued.holdings().price(order.symbol());
            if (order.side() == claiming) {
                Claim.of(order, BigDecimal.ZERO, price).ifPresent(claims::add);
            } else {
                BigDecimal cash = order.quantity().multiply(price);
                kept = order.side() == Side.SELL ? kept.add(cash) : kept.subtract(cash);
            }
        }
        if (bound == Bound.MAXIMUM) {
            kept = kept.max(used(claims).negate());
        }
        String account = valued.account();
        return new LimitUtilisation(
                account, account, "Cash of " + account, Unit.SHARE_OF_VALUE, valued.base(), bound, kept, claims);
    }

    private static BigDecimal used(List<Claim> claims) {
        return claims.stream().map(Claim::use).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
