package dev.vesper.limits.measure;

import dev.vesper.basics.Counted;
import dev.vesper.limits.LimitUtilisation.Unit;
import dev.vesper.limits.Yardsticks;
import dev.vesper.portfolio.ReturnWindow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How much the value of an account moves in a year once the orders are done, by how its instruments moved together on the last
 * 252 days: by itself, or away from what it should hold. Half of it in something with a volatility of 20 % and the rest in cash
 * has a volatility of 10 %, and against a target of 60 % of the same a tracking error of 2 %. See {@link ReturnWindow}.
 */
public final class ExAnteRisk implements Measure {
    /** Instruments that are named where several cannot be measured. */
    private static final int NAMED = 5;

    private final boolean active;

    private ExAnteRisk(boolean active) {
        this.active = active;
    }

    /** Of the account by itself. */
    public static ExAnteRisk volatility() {
        return new ExAnteRisk(/* active= */ false);
    }

    /** Of what the account is apart from its target: names count that it does not hold. */
    public static ExAnteRisk trackingError() {
        return new ExAnteRisk(/* active= */ true);
    }

    @Override
    public String label() {
        return active ? "tracking-error" : "volatility";
    }

    @Override
    public String sentence() {
        return active
                ? "volatility a year of the account's weights less those of its target, from 252 days of returns"
                : "volatility a year of the account's value, from 252 days of returns";
    }

    @Override
    public Optional<BigDecimal> highestLimit() {
        return Optional.of(active ? BigDecimal.ONE : BigDecimal.TWO);
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
        Yardsticks known = valued.book().yardsticks();
        FactValues facts = CommonFacts.ofAccount(valued);
        WeightsAfter weights = WeightsAfter.of(valued);
        SortedMap<String, Double> before = apart(weights.before(), known);
        SortedMap<String, Double> after = apart(weights.after(), known);
        Optional<String> unknown = unknown(before, after, known);
        if (unknown.isPresent()) {
            return ordered
                    ? List.of(new Measured.Unknown(facts, valued.book().orders(), missing(unknown.get())))
                    : List.of();
        }
        ReturnWindow window = known.returns().window(moving(before, after));
        SortedMap<String, Double> margins = window.margins(after);
        List<Double> effects = new ArrayList<>();
        List<Double> changes = WeightsAfter.changes(valued);
        for (int i = 0; i < changes.size(); i++) {
            String symbol = valued.book().orders().get(i).symbol();
            effects.add(changes.get(i) * margins.getOrDefault(symbol, 0.0));
        }
        String account = valued.account();
        return List.of(new Measured.Used(
                facts,
                RaisedTogether.of(
                        valued,
                        active ? "The tracking error of " + account + " to its target" : "The volatility of " + account,
                        Unit.SHARE_A_YEAR,
                        window.volatility(before),
                        window.volatility(after),
                        effects)));
    }

    private SortedMap<String, Double> apart(SortedMap<String, Double> weights, Yardsticks known) {
        SortedMap<String, Double> apart = new TreeMap<>(weights);
        if (active) {
            known.target().forEach((symbol, weight) -> apart.merge(symbol, -weight, Double::sum));
        }
        return apart;
    }

    /** What is held, ordered or wanted at any moment. */
    private static Set<String> moving(Map<String, Double> before, Map<String, Double> after) {
        Set<String> moving = new TreeSet<>();
        after.forEach((symbol, share) -> {
            if (share != 0 || before.getOrDefault(symbol, 0.0) != 0) {
                moving.add(symbol);
            }
        });
        return moving;
    }

    private Optional<String> unknown(Map<String, Double> before, Map<String, Double> after, Yardsticks known) {
        if (active && known.target().isEmpty()) {
            return Optional.of("the account has no target weights");
        }
        List<String> missing = known.returns().missing(moving(before, after));
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        int more = missing.size() - NAMED;
        return Optional.of("there are no 60 daily returns of "
                + String.join(", ", missing.subList(0, Math.min(NAMED, missing.size())))
                + (more > 0 ? " and of " + Counted.of(more, "other") : ""));
    }

    private Missing missing(String why) {
        return new Missing(
                "effect on the " + (active ? "tracking error" : "volatility"),
                why,
                active
                        ? "a target, and a year of prices of all that is held and wanted"
                        : "a year of prices of all that is held");
    }
}
