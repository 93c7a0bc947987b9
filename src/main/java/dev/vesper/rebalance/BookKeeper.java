package dev.vesper.rebalance;

import dev.vesper.basics.Problem;
import dev.vesper.market.Instrument;
import dev.vesper.orders.Side;
import dev.vesper.portfolio.AccountTerms;
import dev.vesper.portfolio.TaxLot;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Turns a {@link RebalanceProblem} into a {@link LotBook}, once, and refuses in business words what cannot be planned.
 * An instrument without a price is neither valued nor traded, and the money its target asks for stays in cash.
 */
public final class BookKeeper {
    /** Weights of long-only methods may fall short of zero, and their sum may miss one, by rounding of doubles. */
    private static final double ROUNDING = 1e-6;

    private static final int MOST_SHIFT = 6;
    /** Millionths from which rounding one more is nothing: 1.00. */
    private static final BigDecimal SURE = BigDecimal.valueOf(Micros.UNIT);
    /** Millionths below which the cost of one would be lost in rounding: 0.01. */
    private static final BigDecimal LEAST = BigDecimal.valueOf(10_000);

    private final RebalanceProblem problem;
    private final TaxRates rates;
    private final long mostValue;
    /** Powers of ten that money is divided by, so that the largest accounts fit: 0 below tens of billions. */
    private int shift;

    private final SortedMap<String, List<TaxLot>> lots = new TreeMap<>();
    private final SortedMap<String, BigDecimal> held = new TreeMap<>();

    private BookKeeper(RebalanceProblem problem, TaxRates rates, long mostValue) {
        this.problem = problem;
        this.rates = rates;
        this.mostValue = mostValue;
        for (TaxLot lot : problem.lots()) {
            lots.computeIfAbsent(lot.symbol(), symbol -> new ArrayList<>()).add(lot);
            held.merge(lot.symbol(), lot.quantity(), BigDecimal::add);
        }
    }

    /**
     * The book of a problem; a {@link Problem} where there is nothing to value or the settings make no sense.
     *
     * @param mostValue the largest value, in micros, whose score stays exact; an account that is worth more is planned in
     *     tens, hundreds, thousands of currency units
     */
    public static LotBook open(RebalanceProblem problem, TaxRates rates, long mostValue) {
        return new BookKeeper(problem, rates, mostValue).book();
    }

    private LotBook book() {
        checkSettings();
        SortedMap<String, BigDecimal> priced = pricedPositions();
        shift = shift(priced);
        long cash = Micros.down(shifted(problem.account().cash().amount()));
        long value = cash;
        for (var position : priced.entrySet()) {
            value = Math.addExact(value, heldValue(position.getKey(), position.getValue()));
        }
        checkValue(value);

        long invested = value - Micros.share(problem.settings().cashBuffer(), value);
        long free = invested;
        for (String symbol : problem.kept()) {
            free -= heldValue(symbol, held.getOrDefault(symbol, BigDecimal.ZERO));
        }
        List<BookLine> lines = new ArrayList<>();
        long cashTarget = value;
        for (String symbol : priced.keySet()) {
            long target = problem.kept().contains(symbol)
                    ? heldValue(symbol, held.getOrDefault(symbol, BigDecimal.ZERO))
                    : Micros.share(weight(symbol), Math.max(0, free));
            cashTarget -= target;
            lines.add(line(symbol, target, value));
        }
        long buffer = value - invested;
        cashTarget -= Math.clamp(cashTarget - buffer, 0, paidFromSpareCash(lines));
        long floor = Math.max(0, Math.min(buffer, cash));
        long turnover = Micros.share(problem.settings().maximumTurnover(), value);
        long spendable = problem.account().terms().spends() == AccountTerms.Spends.SETTLED
                ? Math.max(0, Micros.down(shifted(problem.account().spendable())))
                : LotBook.WITHOUT_END;
        List<SharedLimit> shared = SharedLimitsOf.book(problem, lines, cash - floor, shift);
        return new LotBook(lines, cash, floor, cashTarget, turnover, value, spendable, shared, shift);
    }

    /** Cash that the rules keep from being invested pays the costs, so that nothing is bought less for their sake. */
    private long paidFromSpareCash(List<BookLine> lines) {
        if (problem.bounds().isEmpty()) {
            return 0;
        }
        return lines.stream()
                .mapToLong(line -> line.cost((line.targetValue() - line.heldValue()) / line.lotValue()))
                .sum();
    }

    /** How far the point must move so that cash and every position are whole numbers that the score can hold. */
    private int shift(SortedMap<String, BigDecimal> priced) {
        BigDecimal largest = problem.account().cash().amount().abs();
        for (var position : priced.entrySet()) {
            largest = largest.add(
                    position.getValue().multiply(price(position.getKey())).abs());
        }
        int moved = 0;
        while (largest.movePointLeft(moved).compareTo(Micros.amount(mostValue)) > 0) {
            moved++;
        }
        if (moved > MOST_SHIFT) {
            throw Problem.refused("Expected account " + id() + " to hold at most "
                    + Micros.amount(mostValue).movePointRight(MOST_SHIFT).toPlainString() + ", but it holds "
                    + largest.toPlainString());
        }
        return moved;
    }

    private BigDecimal shifted(BigDecimal amount) {
        return amount.movePointLeft(shift);
    }

    /**
     * What is bought and sold at once: a trading lot, or ten, a hundred of them where one is worth so little that its price
     * in whole numbers would be wrong. Example: a coin at 0.000009421 is worth 9.421 millionths; 10,000 of them are worth
     * 94,210 exactly.
     */
    private BigDecimal tradedAtOnce(Instrument instrument) {
        BigDecimal lots = instrument.lotSize();
        BigDecimal micros = shifted(price(instrument.symbol()).multiply(lots)).movePointRight(Micros.DECIMALS);
        while (micros.compareTo(SURE) < 0
                && (micros.compareTo(LEAST) < 0 || micros.stripTrailingZeros().scale() > 0)) {
            lots = lots.movePointRight(1);
            micros = micros.movePointRight(1);
        }
        return lots;
    }

    private BookLine line(String symbol, long target, long value) {
        Instrument instrument = instrument(symbol);
        RebalanceSettings settings = problem.settings();
        BigDecimal lotSize = tradedAtOnce(instrument);
        BigDecimal price = price(symbol);
        BigDecimal lot = shifted(price.multiply(lotSize));
        BigDecimal cost = lot.multiply(BigDecimal.valueOf(settings.costBps())).movePointLeft(4);
        BigDecimal quantity = held.getOrDefault(symbol, BigDecimal.ZERO);
        long lotValue = Micros.up(lot);
        long heldValue = heldValue(symbol, quantity);
        long least = shifted(settings.minimumTrade())
                .divide(lot, 0, RoundingMode.CEILING)
                .max(BigDecimal.ONE)
                .longValue();
        long sell = settings.shortAllowed()
                ? Math.max(0, heldValue + value) / lotValue
                : quantity.max(BigDecimal.ZERO).divideToIntegralValue(lotSize).longValue();
        sell = Math.min(sell, allowed(symbol, Side.SELL, lotSize));
        long allowedBuy = allowed(symbol, Side.BUY, lotSize);
        long gap = target - heldValue;
        boolean kept = problem.kept().contains(symbol);
        long buy = kept || gap <= 0 ? 0 : Math.min(allowedBuy, Math.max(least, Math.ceilDiv(gap, lotValue)));
        return new BookLine(
                symbol,
                lotSize,
                price,
                heldValue,
                lotValue,
                Math.max(lotValue, Micros.up(lot.add(cost))),
                Micros.down(lot.subtract(cost)),
                target,
                least,
                kept ? 0 : sell,
                buy,
                allowedBuy,
                TaxLadder.of(lots.getOrDefault(symbol, List.of()), lotSize, price, problem.date(), rates, shift));
    }

    /** Lots of one order that the rules allow. */
    private long allowed(String symbol, Side side, BigDecimal lotSize) {
        return problem.bounds()
                .tightest(symbol, side)
                .map(bound -> bound.units()
                        .max(BigDecimal.ZERO)
                        .divideToIntegralValue(lotSize)
                        .longValue())
                .orElse(LotBook.WITHOUT_END);
    }

    /** Priced symbols that are held or targeted, with the quantity held. */
    private SortedMap<String, BigDecimal> pricedPositions() {
        SortedMap<String, BigDecimal> all = new TreeMap<>();
        held.forEach((symbol, quantity) -> {
            if (quantity.signum() != 0) {
                all.put(symbol, quantity);
            }
        });
        problem.target().weights().forEach((symbol, weight) -> {
            if (weight != 0) {
                all.putIfAbsent(symbol, BigDecimal.ZERO);
            }
        });
        boolean any = !all.isEmpty();
        all.keySet().removeIf(symbol -> price(symbol).signum() <= 0);
        if (any && all.isEmpty()) {
            throw Problem.refused("Expected a price for at least one instrument that account " + id()
                    + " holds or should hold, but none has one; maybe the price file is of another market");
        }
        return all;
    }

    private void checkSettings() {
        RebalanceSettings s = problem.settings();
        within("cash buffer", s.cashBuffer(), 0, 1);
        within("maximum turnover", s.maximumTurnover(), 0, 1000);
        within("cost in basis points", s.costBps(), 0, 9_999);
        if (s.minimumTrade().signum() < 0) {
            throw Problem.refused("Expected a minimum trade of zero or more, but got " + s.minimumTrade());
        }
        double sum = 0;
        for (Map.Entry<String, Double> weight : problem.target().weights().entrySet()) {
            if (!Double.isFinite(weight.getValue())) {
                throw Problem.refused("Expected a target weight for " + weight.getKey() + " in account " + id()
                        + ", but it is " + weight.getValue() + "; maybe its prices have gaps");
            }
            if (weight.getValue() < -ROUNDING && !s.shortAllowed()) {
                throw Problem.refused("Expected target weights of zero or more for account " + id() + ", but "
                        + weight.getKey() + " has " + weight.getValue() + "; maybe allow short positions");
            }
            sum += weight.getValue();
        }
        if (sum > 1 + ROUNDING) {
            throw Problem.refused("Expected target weights of account " + id()
                    + " to sum to 1 at most, but they sum to " + sum + "; maybe a method that borrows");
        }
    }

    private void within(String name, double number, double least, double most) {
        if (!(number >= least && number <= most)) {
            throw Problem.refused("Expected a " + name + " from " + least + " to " + most + ", but got " + number);
        }
    }

    private void checkValue(long value) {
        if (value < 0) {
            throw Problem.refused("Expected account " + id() + " to be worth more than nothing, but it owes "
                    + Micros.amount(-value)
                            .movePointRight(shift)
                            .stripTrailingZeros()
                            .toPlainString() + " "
                    + problem.account().cash().currency() + " more than it holds; maybe a deposit is missing");
        }
    }

    private long heldValue(String symbol, BigDecimal quantity) {
        return Micros.nearest(shifted(quantity.multiply(price(symbol))));
    }

    private BigDecimal price(String symbol) {
        return problem.prices().getOrDefault(symbol, BigDecimal.ZERO);
    }

    private double weight(String symbol) {
        double weight = problem.target().weights().getOrDefault(symbol, 0.0);
        return problem.settings().shortAllowed() ? weight : Math.max(0, weight);
    }

    private Instrument instrument(String symbol) {
        Instrument instrument = problem.instruments().get(symbol);
        if (instrument == null) {
            throw Problem.refused("Expected to know the instrument " + symbol + " of account " + id()
                    + ", but it is not listed; maybe add it to instruments.csv");
        }
        String currency = problem.account().cash().currency();
        if (!instrument.currency().equals(currency)) {
            throw Problem.refused("Expected " + symbol + " in " + currency + " like account " + id() + ", but it is in "
                    + instrument.currency() + "; currencies are not converted when rebalancing");
        }
        if (instrument.lotSize().signum() <= 0) {
            throw Problem.refused("Expected a lot size above zero for " + symbol + ", but got " + instrument.lotSize());
        }
        return instrument;
    }

    private String id() {
        return problem.account().id();
    }
}
