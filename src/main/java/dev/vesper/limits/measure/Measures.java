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
                    Minimum.of(new NumberOfNames()),
                    Minimum.of(new NetExposure()),
                    Minimum.of(new CashShare())));

    private Measures() {}

    /** The measure of a label, where there is one. */
    public static Optional<Measure> named(String label) {
        return ALL.find(label);
    }

    /** Every fact that one of them knows, by name. */
    public static List<Fact<?>> facts() {
        SortedMap<String, Fact<?>> facts = new TreeMap<>();
        ALL.all().forEach(measure -> measure.facts().forEach(fact -> facts.put(fact.name(), fact)));
        return List.copyOf(facts.values());
    }
}
