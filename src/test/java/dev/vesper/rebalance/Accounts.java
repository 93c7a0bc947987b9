package dev.vesper.rebalance;

import dev.vesper.basics.Money;
import dev.vesper.limits.Holdings;
import dev.vesper.limits.RuleVersion;
import dev.vesper.limits.bounds.Bounds;
import dev.vesper.limits.bounds.NamesBound;
import dev.vesper.limits.bounds.OrderBound;
import dev.vesper.limits.bounds.SharedBound;
import dev.vesper.limits.bounds.Why;
import dev.vesper.market.Instrument;
import dev.vesper.orders.Side;
import dev.vesper.portfolio.Account;
import dev.vesper.portfolio.AccountTerms;
import dev.vesper.portfolio.TaxLot;
import dev.vesper.rebalance.constraint.Scoring;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes accounts to rebalance, in the words of a test: {@code account("100000").holds("A", 100, "12.50").wants("A", 1)}. */
public final class Accounts {
    public static final LocalDate DATE = LocalDate.of(2018, 4, 11);

    private String cash;
    private final List<TaxLot> lots = new ArrayList<>();
    private final Map<String, Instrument> instruments = new TreeMap<>();
    private final Map<String, BigDecimal> prices = new TreeMap<>();
    private final TreeMap<String, Double> weights = new TreeMap<>();
    private double cashBuffer;
    private String minimumTrade = "0";
    private double maximumTurnover = 2;
    private double costBps;
    private boolean shortAllowed;
    private final Set<String> kept = new TreeSet<>();
    private int steps = 2000;
    private long seed = 7;

    private Accounts(String cash) {
        this.cash = cash;
    }

    public static Accounts account(String cash) {
        return new Accounts(cash);
    }

    /** An instrument with a price, traded in lots. */
    public Accounts priced(String symbol, String price, String lotSize) {
        prices.put(symbol, new BigDecimal(price));
        return listed(symbol, lotSize, "USD");
    }

    public Accounts priced(String symbol, String price) {
        return priced(symbol, price, "1");
    }

    public Accounts listed(String symbol, String lotSize, String currency) {
        instruments.put(
                symbol,
                new Instrument(
                        symbol,
                        symbol,
                        "equity",
                        "none",
                        currency,
                        new BigDecimal(lotSize),
                        new BigDecimal("0.01"),
                        "X"));
        return this;
    }

    public Accounts holds(String symbol, String quantity, String cost, LocalDate acquired) {
        String id = "ACC/" + symbol + "/" + acquired + "/" + lots.size();
        lots.add(new TaxLot(id, "ACC", symbol, new BigDecimal(quantity), new BigDecimal(cost), acquired));
        return this;
    }

    /** Bought two years ago at today's price: selling it realises nothing. */
    public Accounts holds(String symbol, String quantity) {
        return holds(
                symbol, quantity, prices.getOrDefault(symbol, BigDecimal.ONE).toPlainString(), DATE.minusYears(2));
    }

    public Accounts wants(String symbol, double weight) {
        weights.put(symbol, weight);
        return this;
    }

    public Accounts cash(String amount) {
        cash = amount;
        return this;
    }

    public Accounts buffer(double share) {
        cashBuffer = share;
        return this;
    }

    public Accounts minimum(String notional) {
        minimumTrade = notional;
        return this;
    }

    public Accounts turnover(double most) {
        maximumTurnover = most;
        return this;
    }

    public Accounts costs(double bps) {
        costBps = bps;
        return this;
    }

    public Accounts shorts() {
        shortAllowed = true;
        return this;
    }

    public Accounts keeps(String symbol) {
        kept.add(symbol);
        return this;
    }

    public Accounts steps(int number) {
        steps = number;
        return this;
    }

    private AccountTerms terms = AccountTerms.USUAL;
    private BigDecimal unsettled = BigDecimal.ZERO;

    public Accounts seed(long number) {
        seed = number;
        return this;
    }

    /** The rules let no more be traded of one name. */
    public Accounts most(Side side, String symbol, long units) {
        bounds = bounds.and(
                List.of(new OrderBound(symbol, side, BigDecimal.valueOf(units), new Why(RULE, 1, "so many units"))));
        return this;
    }

    /** The rules let no more be held of some names together. */
    public Accounts most(double value, String... symbols) {
        List<SharedBound.Part> parts = new ArrayList<>();
        BigDecimal used = BigDecimal.ZERO;
        for (String symbol : symbols) {
            BigDecimal units = lots.stream()
                    .filter(lot -> lot.symbol().equals(symbol))
                    .map(TaxLot::quantity)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal price = prices.get(symbol);
            used = used.add(units.multiply(price));
            BigDecimal spared =
                    Holdings.wholeLots(units, instruments.get(symbol).lotSize());
            parts.add(new SharedBound.Part(symbol, Side.BUY, price, BigDecimal.ZERO, true));
            parts.add(new SharedBound.Part(symbol, Side.SELL, price, spared, true));
        }
        List<SharedBound> shared = new ArrayList<>(bounds.shared());
        shared.add(new SharedBound(
                String.join(" ", symbols),
                BigDecimal.valueOf(value),
                used,
                parts,
                new Why(RULE, 2, "so much together")));
        bounds = new Bounds(bounds.tightest(), shared);
        return this;
    }

    /** The rules let no more names be held. */
    public Accounts names(int most) {
        bounds = new Bounds(
                bounds.tightest(),
                bounds.shared(),
                Optional.of(new NamesBound(most, new Why(RULE, 3, "so many names"))));
        return this;
    }

    private static final RuleVersion RULE = new RuleVersion("some-rule", "1");
    private Bounds bounds = Bounds.NONE;

    /** One that spends settled cash alone, with so much of its cash on its way. */
    public Accounts settled(String onItsWay) {
        terms = new AccountTerms("", false, AccountTerms.Spends.SETTLED);
        unsettled = new BigDecimal(onItsWay);
        return this;
    }

    public RebalanceProblem problem() {
        return new RebalanceProblem(
                new Account("ACC", "An account", Money.of(new BigDecimal(cash), "USD"), "s", terms, unsettled),
                DATE,
                lots,
                instruments,
                prices,
                new TargetWeights("test", weights),
                kept,
                new RebalanceSettings(
                        cashBuffer, new BigDecimal(minimumTrade), maximumTurnover, costBps, shortAllowed, steps),
                bounds,
                seed);
    }

    public LotBook book() {
        return BookKeeper.open(problem(), TaxRates.STANDARD, Scoring.STANDARD.mostValue());
    }

    /**
     * A diversified account of many instruments, drifted from its target, with three tax lots each and a few names that
     * are no longer wanted.
     */
    public static Accounts synthetic(int instruments, String cash, long seed) {
        var random = new SplittableRandom(seed);
        Accounts account = account(cash);
        double[] raw = new double[instruments];
        double sum = 0;
        for (int i = 0; i < instruments; i++) {
            raw[i] = i % 25 == 24 ? 0 : Math.exp(1.2 * (random.nextDouble() + random.nextDouble() - 1));
            sum += raw[i];
        }
        double value = 50 * Double.parseDouble(cash);
        for (int i = 0; i < instruments; i++) {
            String symbol = "S%03d".formatted(i);
            BigDecimal price = BigDecimal.valueOf(500 + random.nextInt(30_000), 2);
            account.priced(symbol, price.toPlainString(), i % 10 == 0 ? "100" : i % 3 == 0 ? "10" : "1");
            double held = value * Math.max(raw[i], 0.2) / sum * (0.6 + 0.8 * random.nextDouble()) / price.doubleValue();
            for (int k = 0; k < 3; k++) {
                BigDecimal cost = price.multiply(BigDecimal.valueOf(50 + random.nextInt(100), 2));
                account.holds(
                        symbol,
                        String.valueOf(Math.max(1, Math.round(held / 3))),
                        cost.toPlainString(),
                        DATE.minusDays(random.nextInt(1500)));
            }
            account.wants(symbol, raw[i] / sum);
        }
        return account.buffer(0.01).minimum("500").turnover(0.6).costs(5);
    }
}
