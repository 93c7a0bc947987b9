package dev.vesper.portfolio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * How one account's value is spread over its holdings: before the day, as it was aimed at, and after. For example IBM was
 * 0.10, should be 0.20 and is 0.18; what is in no holding is cash.
 *
 * @param holdings the largest first, by the largest of the three shares; one that was never held nor aimed at is absent
 */
public record Allocation(List<Holding> holdings) {
    /** The account that is furthest from its target after the day comes first. */
    public static final Comparator<Allocation> FURTHEST_FIRST =
            Comparator.comparingDouble(Allocation::distance).reversed();

    /** Shares below this are rounding, not a holding. */
    private static final double NOTHING = 1e-9;

    public Allocation {
        holdings = List.copyOf(holdings);
    }

    /**
     * One line: a holding, several together, or cash.
     *
     * @param symbol the instrument; empty for several together and for cash
     * @param before share of the account's value in the morning; negative for a short position
     * @param target share that was aimed at
     * @param after share once the fills are booked
     */
    public record Holding(String symbol, double before, double target, double after) {
        private static final Holding NONE = new Holding("", 0, 0, 0);

        /** The largest of the three shares, without sign. */
        public double size() {
            return Math.max(Math.abs(target), Math.max(Math.abs(after), Math.abs(before)));
        }

        private Holding plus(Holding other) {
            return new Holding(symbol, before + other.before, target + other.target, after + other.after);
        }
    }

    /** From shares of the account's value by symbol; a symbol that is absent has none. */
    public static Allocation of(
            SortedMap<String, Double> before, SortedMap<String, Double> target, SortedMap<String, Double> after) {
        TreeSet<String> symbols = new TreeSet<>(before.keySet());
        symbols.addAll(target.keySet());
        symbols.addAll(after.keySet());
        List<Holding> holdings = new ArrayList<>();
        for (String symbol : symbols) {
            Holding holding = new Holding(
                    symbol,
                    before.getOrDefault(symbol, 0.0),
                    target.getOrDefault(symbol, 0.0),
                    after.getOrDefault(symbol, 0.0));
            if (holding.size() >= NOTHING) {
                holdings.add(holding);
            }
        }
        holdings.sort(Comparator.comparingDouble(Holding::size).reversed().thenComparing(Holding::symbol));
        return new Allocation(holdings);
    }

    /** What is in no holding; negative where more is held than the account is worth. */
    public Holding cash() {
        Holding all = sum(holdings);
        return new Holding("", 1 - all.before, 1 - all.target, 1 - all.after);
    }

    /** The first holdings, at most so many. */
    public List<Holding> largest(int most) {
        return holdings.subList(0, Math.min(most, holdings.size()));
    }

    /** All holdings behind the largest together; empty where there are none. */
    public Optional<Holding> others(int most) {
        return holdings.size() <= most ? Optional.empty() : Optional.of(sum(holdings.subList(most, holdings.size())));
    }

    /**
     * How far the account still is from its target after the day: half the sum of absolute differences of shares, cash
     * among them, 0 to 1 where nothing is short. It is the measure of the planner's deviation, so that the two can be
     * compared: what lies between them is what was cut, denied, not filled, and what prices and fees did.
     */
    public double distance() {
        Holding cash = cash();
        double sum = Math.abs(cash.after - cash.target);
        for (Holding holding : holdings) {
            sum += Math.abs(holding.after - holding.target);
        }
        return sum / 2;
    }

    private static Holding sum(List<Holding> holdings) {
        return holdings.stream().reduce(Holding.NONE, Holding::plus);
    }
}
