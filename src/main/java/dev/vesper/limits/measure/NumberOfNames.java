package dev.vesper.limits.measure;

import dev.vesper.limits.Claim;
import dev.vesper.limits.Holdings;
import dev.vesper.limits.LimitUtilisation;
import dev.vesper.limits.LimitUtilisation.Unit;
import dev.vesper.orders.ParentOrder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * How many instruments an account holds once the orders are done, each once, long or short. An order that opens a position
 * uses one, one that closes it frees one. A limit of it denies; cutting an order to a part of its size leaves a name.
 */
public final class NumberOfNames implements Measure {
    private static final int DIGITS = 18;

    @Override
    public String label() {
        return "number-of-names";
    }

    @Override
    public String sentence() {
        return "how many instruments the account holds";
    }

    @Override
    public Optional<BigDecimal> highestLimit() {
        return Optional.of(BigDecimal.valueOf(1_000_000));
    }

    @Override
    public boolean cuts() {
        return false;
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
        List<ParentOrder> orders = valued.book().orders();
        if (holdings.units().isEmpty() && orders.isEmpty()) {
            return List.of();
        }
        Map<String, BigDecimal> after = new TreeMap<>(holdings.units());
        orders.forEach(order -> after.merge(
                order.symbol(),
                order.quantity().multiply(BigDecimal.valueOf(order.side().sign())),
                BigDecimal::add));
        long names =
                after.values().stream().filter(units -> units.signum() != 0).count();
        List<Claim> claims = new ArrayList<>();
        for (ParentOrder order : orders) {
            boolean opens = holdings.units(order.symbol()).signum() == 0;
            boolean first =
                    claims.stream().noneMatch(claim -> claim.order().symbol().equals(order.symbol()));
            if (opens
                    && first
                    && after.getOrDefault(order.symbol(), BigDecimal.ZERO).signum() != 0) {
                // rounded down: the parts of a name never add up to more than the name
                claims.add(new Claim(
                        order, BigDecimal.ZERO, BigDecimal.ONE.divide(order.quantity(), DIGITS, RoundingMode.DOWN)));
            }
        }
        String account = valued.account();
        return List.of(new Measured.Used(
                CommonFacts.ofAccount(valued),
                new LimitUtilisation(
                        account,
                        account,
                        "The number of names in " + account,
                        Unit.COUNT,
                        BigDecimal.ONE,
                        BigDecimal.valueOf(names - claims.size()),
                        claims)));
    }
}
