package dev.vesper.limits.measure;

import dev.vesper.limits.Bound;
import dev.vesper.limits.Claim;
import dev.vesper.limits.Holdings;
import dev.vesper.limits.LimitUtilisation;
import dev.vesper.limits.LimitUtilisation.Unit;
import dev.vesper.orders.ParentOrder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * How many instruments an account holds once the orders are done, each once, long or short. An order that opens a position
 * uses one, one that closes it frees one. A limit of it denies: an order that is cut to a part of its size opens a name all the
 * same.
 */
public final class NumberOfNames implements OfAccount {
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
        Map<String, BigDecimal> after = after(valued);
        long names = names(after);
        List<Claim> claims = new ArrayList<>();
        for (ParentOrder order : orders) {
            boolean opens = holdings.units(order.symbol()).signum() == 0;
            boolean first =
                    claims.stream().noneMatch(claim -> claim.order().symbol().equals(order.symbol()));
            if (opens
                    && first
                    && after.getOrDefault(order.symbol(), BigDecimal.ZERO).signum() != 0) {
                claims.add(aName(order));
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

    /** The last order of a name that it closes takes the name away. */
    @Override
    public LimitUtilisation least(ValuedBook valued) {
        Map<String, BigDecimal> after = after(valued);
        Map<String, ParentOrder> closing = new LinkedHashMap<>();
        for (ParentOrder order : valued.book().orders()) {
            BigDecimal held = valued.holdings().units(order.symbol());
            boolean closed = after.getOrDefault(order.symbol(), BigDecimal.ZERO).signum() == 0;
            if (closed && held.signum() * order.side().sign() < 0) {
                closing.put(order.symbol(), order);
            }
        }
        String account = valued.account();
        return new LimitUtilisation(
                account,
                account,
                "The number of names in " + account,
                Unit.COUNT,
                BigDecimal.ONE,
                Bound.MINIMUM,
                BigDecimal.valueOf(names(after) + closing.size()),
                closing.values().stream().map(NumberOfNames::aName).toList());
    }

    private static Map<String, BigDecimal> after(ValuedBook valued) {
        Map<String, BigDecimal> after = new TreeMap<>(valued.holdings().units());
        valued.book()
                .orders()
                .forEach(order -> after.merge(
                        order.symbol(),
                        order.quantity()
                                .multiply(BigDecimal.valueOf(order.side().sign())),
                        BigDecimal::add));
        return after;
    }

    private static long names(Map<String, BigDecimal> after) {
        return after.values().stream().filter(units -> units.signum() != 0).count();
    }

    /** Rounded down: the parts of a name never add up to more than the name. */
    private static Claim aName(ParentOrder order) {
        return new Claim(order, BigDecimal.ZERO, BigDecimal.ONE.divide(order.quantity(), DIGITS, RoundingMode.DOWN));
    }
}
