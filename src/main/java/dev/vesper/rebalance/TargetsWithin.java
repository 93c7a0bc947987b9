package dev.vesper.rebalance;

import dev.vesper.limits.bounds.NamesBound;
import dev.vesper.limits.bounds.OrderBound;
import dev.vesper.limits.bounds.SharedBound;
import dev.vesper.limits.bounds.Why;
import dev.vesper.market.Instrument;
import dev.vesper.maths.ProgressiveFilling;
import dev.vesper.orders.Side;
import dev.vesper.portfolio.TaxLot;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The targets of an account within what the rules allow. What a bound takes from one name goes to the others in proportion to
 * their weights, as {@link ProgressiveFilling} shares it out; where those are full, in equal parts to the names that the
 * strategy weighed and gave nothing; only what fits nowhere stays in cash. Where nothing binds the targets stay as they are. Of a
 * number of names that may be held, those that cannot be sold take their part, then those that are wanted most, at equal wishes
 * those that are held; the others get nothing.
 *
 * <p>Example: of 100,000 a strategy wants 60,000 A, 30,000 B and 10,000 C, and no position may be above 40 %: 40,000 A, 40,000
 * B and 20,000 C.
 *
 * @param problem the account with these targets
 * @param bent the names whose target is another now, by symbol
 */
public record TargetsWithin(RebalanceProblem problem, List<Bent> bent) {
    /** Shares of the account's value below which two amounts are the same. */
    private static final double SAME = 1e-9;

    public TargetsWithin {
        bent = List.copyOf(bent);
    }

    /**
     * A name whose target the rules moved.
     *
     * @param wanted value that the strategy wanted
     * @param planned value that the plan goes for
     * @param why the rule that stopped it; empty where it only got what others could not have, or gave what they must keep
     */
    public record Bent(String symbol, double wanted, double planned, Optional<Why> why) {
        public double more() {
            return planned - wanted;
        }
    }

    /** The targets of an account within its bounds. */
    public static TargetsWithin of(RebalanceProblem problem) {
        if (problem.bounds().isEmpty()) {
            return new TargetsWithin(problem, List.of());
        }
        return new Names(problem).within();
    }

    /** The names that may be traded, by symbol. */
    private static final class Names {
        private final RebalanceProblem problem;
        private final SortedMap<String, BigDecimal> units = new TreeMap<>();
        private final List<String> symbols = new ArrayList<>();
        private double value;
        private double invested;
        private double free;
        private double[] wanted = {};
        private double[] held = {};
        private double[] least = {};
        private double[] most = {};
        private final Map<Integer, Why> whyLeast = new HashMap<>();
        private final Map<Integer, Why> whyMost = new HashMap<>();
        private final List<ProgressiveFilling.Group> groups = new ArrayList<>();
        private final List<Why> whyGroups = new ArrayList<>();
        private double total;
        private Optional<Why> whyTotal = Optional.empty();

        Names(RebalanceProblem problem) {
            this.problem = problem;
            for (TaxLot lot : problem.lots()) {
                units.merge(lot.symbol(), lot.quantity(), BigDecimal::add);
            }
        }

        TargetsWithin within() {
            value();
            if (!(free > 0) || !weighed()) {
                return new TargetsWithin(problem, List.of());
            }
            bounds();
            problem.bounds().names().ifPresent(this::names);
            groups();
            if (fits()) {
                return new TargetsWithin(problem, List.of());
            }
            ProgressiveFilling.Filled filled = fill();
            return new TargetsWithin(towards(filled.amounts()), bent(filled));
        }

        private void value() {
            value = problem.account().cash().amount().doubleValue();
            double kept = 0;
            for (Map.Entry<String, BigDecimal> position : units.entrySet()) {
                double worth =
                        position.getValue().multiply(price(position.getKey())).doubleValue();
                value += worth;
                kept += problem.kept().contains(position.getKey()) ? worth : 0;
            }
            invested = value * (1 - problem.settings().cashBuffer());
            free = invested - kept;
        }

        private boolean weighed() {
            return problem.target().weights().values().stream().allMatch(w -> Double.isFinite(w) && w >= 0);
        }

        private void bounds() {
            Set<String> all = new TreeSet<>(problem.target().weights().keySet());
            units.forEach((symbol, quantity) -> {
                if (quantity.signum() != 0) {
                    all.add(symbol);
                }
            });
            all.removeIf(symbol -> price(symbol).signum() <= 0 || problem.kept().contains(symbol));
            symbols.addAll(all);
            int n = symbols.size();
            wanted = new double[n];
            held = new double[n];
            least = new double[n];
            most = new double[n];
            for (int i = 0; i < n; i++) {
                String symbol = symbols.get(i);
                wanted[i] = problem.target().weights().getOrDefault(symbol, 0.0) * free;
                held[i] = worth(symbol, BigDecimal.ZERO);
                most[i] = Double.POSITIVE_INFINITY;
                total += wanted[i];
                bound(i, symbol);
            }
        }

        private void bound(int i, String symbol) {
            Optional<OrderBound> bought = problem.bounds().tightest(symbol, Side.BUY);
            if (bought.isPresent()) {
                BigDecimal more = bought.get().units();
                most[i] = more.signum() > 0 && tooSmall(symbol, more) ? held[i] : worth(symbol, more);
                whyMost.put(i, bought.get().why());
            }
            Optional<OrderBound> sold = problem.bounds().tightest(symbol, Side.SELL);
            if (sold.isPresent()) {
                BigDecimal less = sold.get().units().max(BigDecimal.ZERO);
                least[i] = Math.max(0, tooSmall(symbol, less) ? held[i] : worth(symbol, less.negate()));
                whyLeast.put(i, sold.get().why());
            }
            most[i] = Math.max(most[i], least[i]);
        }

        private void names(NamesBound bound) {
            long room = bound.most()
                    - problem.kept().stream()
                            .filter(symbol ->
                                    units.getOrDefault(symbol, BigDecimal.ZERO).signum() != 0)
                            .count();
            List<Integer> order = IntStream.range(0, symbols.size())
                    .boxed()
                    .sorted(Comparator.comparing((Integer i) -> !stays(i))
                            .thenComparingDouble(i -> -wanted[i])
                            .thenComparingDouble(i -> -held[i]))
                    .toList();
            for (int i : order) {
                boolean sold = held[i] != 0 && wanted[i] == 0 && !stays(i);
                if (!sold && room > 0) {
                    room--;
                } else if (!stays(i) && most[i] > 0) {
                    most[i] = 0;
                    whyMost.put(i, bound.why());
                }
            }
        }

        /** Whether a name that is held cannot be sold whole. */
        private boolean stays(int i) {
            BigDecimal quantity = units.getOrDefault(symbols.get(i), BigDecimal.ZERO);
            if (quantity.signum() == 0) {
                return false;
            }
            Instrument instrument = Objects.requireNonNull(problem.instruments().get(symbols.get(i)));
            return least[i] > 0
                    || tooSmall(symbols.get(i), quantity.abs())
                    || quantity.remainder(instrument.lotSize()).signum() != 0;
        }

        private boolean tooSmall(String symbol, BigDecimal quantity) {
            return quantity.multiply(price(symbol)).compareTo(problem.settings().minimumTrade()) < 0
                    || quantity.signum() == 0;
        }

        /** Shared bounds on what is held; one on what is traded says nothing of targets. */
        private void groups() {
            for (SharedBound bound : problem.bounds().shared()) {
                if (bound.parts().stream().anyMatch(this::onTrades)) {
                    continue;
                }
                Set<String> named = new HashSet<>();
                bound.parts().forEach(part -> named.add(part.symbol()));
                List<Integer> members = new ArrayList<>();
                double room = bound.most().subtract(bound.used()).doubleValue();
                for (int i = 0; i < symbols.size(); i++) {
                    if (named.contains(symbols.get(i))) {
                        members.add(i);
                        room += held[i];
                    }
                }
                double amount = Math.max(0, room);
                if (members.size() == symbols.size()) {
                    if (amount < total) {
                        total = amount;
                        whyTotal = Optional.of(bound.why());
                    }
                } else {
                    groups.add(new ProgressiveFilling.Group(
                            members.stream().mapToInt(Integer::intValue).toArray(), amount));
                    whyGroups.add(bound.why());
                }
            }
        }

        private boolean onTrades(SharedBound.Part part) {
            BigDecimal quantity = units.getOrDefault(part.symbol(), BigDecimal.ZERO);
            boolean shrinks = quantity.signum() * part.side().sign() < 0;
            Instrument instrument = Objects.requireNonNull(problem.instruments().get(part.symbol()));
            boolean anyLot = quantity.abs().compareTo(instrument.lotSize()) >= 0;
            return quantity.signum() < 0
                    || part.perUnit().compareTo(price(part.symbol())) != 0
                    || (shrinks && anyLot && !(part.frees() && part.spared().signum() > 0));
        }

        private boolean fits() {
            double same = SAME * value;
            double sum = 0;
            for (int i = 0; i < wanted.length; i++) {
                if (wanted[i] > most[i] + same || wanted[i] < least[i] - same) {
                    return false;
                }
                sum += wanted[i];
            }
            for (ProgressiveFilling.Group group : groups) {
                double inside = 0;
                for (int i : group.members()) {
                    inside += wanted[i];
                }
                if (inside > group.most() + same) {
                    return false;
                }
            }
            return sum <= total + same;
        }

        private ProgressiveFilling.Filled fill() {
            ProgressiveFilling.Filled first = ProgressiveFilling.fill(wanted, least, most, groups, total);
            if (first.total() >= total - SAME * value) {
                return first;
            }
            double[] equal = new double[wanted.length];
            double[] top = first.amounts().clone();
            for (int i = 0; i < equal.length; i++) {
                if (wanted[i] == 0 && problem.target().weights().containsKey(symbols.get(i))) {
                    equal[i] = 1;
                    top[i] = most[i];
                }
            }
            ProgressiveFilling.Filled second = ProgressiveFilling.fill(equal, first.amounts(), top, groups, total);
            int[] full = first.full().clone();
            for (int i = 0; i < full.length; i++) {
                full[i] = equal[i] > 0 ? second.full()[i] : full[i];
            }
            return new ProgressiveFilling.Filled(second.amounts(), full);
        }

        /** What may not be sold and is too much is kept as it is; the rest are weights of what that leaves. */
        private RebalanceProblem towards(double[] amounts) {
            Set<String> kept = new TreeSet<>(problem.kept());
            double left = free;
            for (int i = 0; i < amounts.length; i++) {
                if (stuck(i, amounts[i])) {
                    kept.add(symbols.get(i));
                    left -= held[i];
                }
            }
            SortedMap<String, Double> weights = new TreeMap<>(problem.target().weights());
            double sum = 0;
            for (int i = 0; i < amounts.length; i++) {
                boolean stays = kept.contains(symbols.get(i));
                double weight = stays || left <= 0 ? 0 : amounts[i] / left;
                if (weight > 0 || weights.containsKey(symbols.get(i))) {
                    weights.put(symbols.get(i), weight);
                }
                sum += weight;
            }
            if (sum > 1) {
                double whole = sum;
                weights.replaceAll((symbol, weight) -> weight / whole);
            }
            return problem.towards(new TargetWeights(problem.target().method(), weights), kept);
        }

        private boolean stuck(int i, double amount) {
            return held[i] > 0 && wanted[i] < held[i] && least[i] >= held[i] && amount >= held[i];
        }

        private List<Bent> bent(ProgressiveFilling.Filled filled) {
            List<Bent> bent = new ArrayList<>();
            double same = SAME * value;
            for (int i = 0; i < wanted.length; i++) {
                double amount = filled.amounts()[i];
                if (Math.abs(amount - wanted[i]) > same) {
                    bent.add(new Bent(symbols.get(i), wanted[i], amount, why(i, amount, filled.full()[i], same)));
                }
            }
            return bent;
        }

        private Optional<Why> why(int i, double amount, int group, double same) {
            if (amount > wanted[i]) {
                return amount <= least[i] + same ? Optional.ofNullable(whyLeast.get(i)) : Optional.empty();
            }
            if (amount >= most[i] - same) {
                return Optional.ofNullable(whyMost.get(i));
            }
            return group >= 0 ? Optional.of(whyGroups.get(group)) : whyTotal;
        }

        private double worth(String symbol, BigDecimal more) {
            return units.getOrDefault(symbol, BigDecimal.ZERO)
                    .add(more)
                    .multiply(price(symbol))
                    .doubleValue();
        }

        private BigDecimal price(String symbol) {
            return problem.prices().getOrDefault(symbol, BigDecimal.ZERO);
        }
    }
}
