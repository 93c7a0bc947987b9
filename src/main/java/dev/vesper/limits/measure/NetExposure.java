package dev.vesper.limits.measure;

import dev.vesper.limits.Bound;
import dev.vesper.limits.Claim;
import dev.vesper.limits.Holdings;
import dev.vesper.limits.LimitUtilisation;
import dev.vesper.limits.LimitUtilisation.Unit;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Long less short positions over the account's value: 80,000 long and 30,000 short of 100,000 are 50 %. */
public final class NetExposure implements OfAccount {
    @Override
    public String label() {
        return "net-exposure";
    }

    @Override
    public String sentence() {
        return "long less short positions over the account's value";
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
        BigDecimal net = held(holdings);
        List<Claim> claims = new ArrayList<>();
        for (ParentOrder order : valued.book().orders()) {
            BigDecimal price = holdings.price(order.symbol());
            if (order.side() == Side.BUY) {
                Claim.of(order, BigDecimal.ZERO, price).ifPresent(claims::add);
            } else {
                net = net.subtract(order.quantity().multiply(price));
            }
        }
        String account = valued.account();
        return List.of(new Measured.Used(
                CommonFacts.ofAccount(valued),
                new LimitUtilisation(
                        account,
                        account,
                        "Net exposure of " + account,
                        Unit.SHARE_OF_VALUE,
                        valued.base(),
                        net.max(BigDecimal.ZERO),
                        claims)));
    }

    @Override
    public LimitUtilisation least(ValuedBook valued) {
        Holdings holdings = valued.holdings();
        BigDecimal net = held(holdings);
        List<Claim> claims = new ArrayList<>();
        for (ParentOrder order : valued.book().orders()) {
            BigDecimal price = holdings.price(order.symbol());
            if (order.side() == Side.SELL) {
                Claim.of(order, BigDecimal.ZERO, price).ifPresent(claims::add);
            } else {
                net = net.add(order.quantity().multiply(price));
            }
        }
        String account = valued.account();
        return new LimitUtilisation(
                account,
                account,
                "Net exposure of " + account,
                Unit.SHARE_OF_VALUE,
                valued.base(),
                Bound.MINIMUM,
                net,
                claims);
    }

    private static BigDecimal held(Holdings holdings) {
        BigDecimal net = BigDecimal.ZERO;
        for (String symbol : holdings.units().keySet()) {
            net = net.add(holdings.units(symbol).multiply(holdings.price(symbol)));
        }
        return net;
    }
}
