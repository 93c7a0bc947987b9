package dev.vesper.limits.measure;

import dev.vesper.limits.LimitUtilisation.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far an account is from what it should hold once the orders are done: half the sum of what each weight differs from its
 * target, cash among them. 60 % A and 40 % cash where 50 % A, 45 % B and 5 % cash should be are (10 + 45 + 35) / 2 = 45 % away;
 * 0 is there, 1 has nothing in common with it. It is the active share of M. Cremers and A. Petajisto, "How Active Is Your Fund
 * Manager?", Review of Financial Studies 22(9), 2009, with the account's target as the benchmark.
 */
public final class DistanceToTarget implements Measure {
    private static final String CASH = "";
    private static final Missing TARGET = new Missing(
            "effect on the distance to the target",
            "the account has no target weights",
            "a strategy that weighs its instruments");

    @Override
    public String label() {
        return "distance-to-target";
    }

    @Override
    public String sentence() {
        return "half the sum of the differences between the account's weights and its target, cash among them";
    }

    @Override
    public Optional<BigDecimal> highestLimit() {
        return Optional.of(BigDecimal.ONE);
    }

    @Override
    public boolean cuts() {
        return false;
    }

    @Override
    public boolean addsUp() {
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
        boolean ordered = !valued.book().orders().isEmpty();
        if (valued.holdings().units().isEmpty() && !ordered) {
            return List.of();
        }
        FactValues facts = CommonFacts.ofAccount(valued);
        SortedMap<String, Double> target = valued.book().yardsticks().target();
        if (target.isEmpty()) {
            return ordered ? List.of(new Measured.Unknown(facts, valued.book().orders(), TARGET)) : List.of();
        }
        WeightsAfter weights = WeightsAfter.of(valued);
        SortedMap<String, Double> after = differences(weights.after(), target);
        List<Double> effects = new ArrayList<>();
        List<Double> changes = WeightsAfter.changes(valued);
        for (int i = 0; i < changes.size(); i++) {
            String symbol = valued.book().orders().get(i).symbol();
            double beyond = Math.signum(after.getOrDefault(symbol, 0.0)) - Math.signum(after.getOrDefault(CASH, 0.0));
            effects.add(changes.get(i) * beyond / 2);
        }
        return List.of(new Measured.Used(
                facts,
                RaisedTogether.of(
                        valued,
                        "The distance of " + valued.account() + " to its target",
                        Unit.SHARE_OF_VALUE,
                        distance(differences(weights.before(), target)),
                        distance(after),
                        effects)));
    }

    /** By symbol; cash has none. */
    private static SortedMap<String, Double> differences(
            SortedMap<String, Double> weights, SortedMap<String, Double> target) {
        SortedMap<String, Double> differences = new TreeMap<>(weights);
        target.forEach((symbol, weight) -> differences.merge(symbol, -weight, Double::sum));
        double cash = 0;
        for (Map.Entry<String, Double> one : differences.entrySet()) {
            cash -= one.getValue();
        }
        differences.put(CASH, cash);
        return differences;
    }

    private static double distance(SortedMap<String, Double> differences) {
        double sum = 0;
        for (double difference : differences.values()) {
            sum += Math.abs(difference);
        }
        return sum / 2;
    }
}
