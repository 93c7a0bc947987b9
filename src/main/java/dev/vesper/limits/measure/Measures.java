package dev.vesper.limits.measure;

import dev.vesper.basics.Registry;
import java.util.List;

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
                    new NumberOfNames(),
                    new NetExposure(),
                    new GrossExposure()));

    private Measures() {}
}
