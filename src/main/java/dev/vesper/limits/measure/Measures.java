package dev.vesper.limits.measure;

import dev.vesper.basics.Registry;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What tables may limit, in the order of judging within a scope: a new measure is a line here. The order matters for
 * {@link Scope#ACCOUNT}, where each is judged on what those before it left.
 */
public final class Measures {
    public static final Registry<Measure> ALL = Registry.of(
            "measure",
            Measure::label,
            List.of(
                    new OrderNotional(),
                    new PositionWeight(),
                    new ShareOfDailyVolume(),
                    new DaysToLiquidate(),
                    new DailyTurnover(),
                    GroupWeight.ofIssuer(),
                    GroupWeight.ofSector(),
                    GroupWeight.ofCountry(),
                    GroupWeight.ofCurrency(),
                    GroupWeight.ofAssetClass(),
                    GroupWeight.ofRating(),
                    GroupWeight.ofList(),
                    new NumberOfNames(),
                    new NetExposure(),
                    new GrossExposure(),
                    new CashShare(),
                    new DistanceToTarget(),
                    ExAnteRisk.volatility(),
                    ExAnteRisk.trackingError(),
                    Minimum.of(new NumberOfNames()),
                    Minimum.of(new NetExposure()),
                    Minimum.of(new CashShare())));

    private Measures() {}

    /** The measure of a label, or of what one is called too. */
    public static Optional<Measure> named(String label) {
        return named(ALL, label);
    }

    /** The same of other measures. */
    public static Optional<Measure> named(Registry<Measure> measures, String label) {
        return measures.find(label)
                .or(() -> measures.all().stream()
                        .filter(measure ->
                                measure.alsoCalled().filter(label::equals).isPresent())
                        .findFirst());
    }

    /** The measure that a decision limits by its name. */
    public static Optional<Measure> limitedBy(Registry<Measure> measures, String decision) {
        return measures.all().stream()
                .filter(measure -> measure.decisions().contains(decision))
                .findFirst();
    }

    /** Every fact that one of them knows, by name. */
    public static List<Fact<?>> facts() {
        SortedMap<String, Fact<?>> facts = new TreeMap<>();
        ALL.all().forEach(measure -> measure.facts().forEach(fact -> facts.put(fact.name(), fact)));
        return List.copyOf(facts.values());
    }
}
