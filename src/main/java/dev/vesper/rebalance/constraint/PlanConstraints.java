package dev.vesper.rebalance.constraint;

import dev.vesper.basics.Registry;
import java.util.List;

/** The constraints of every plan, in the order in which a broken one is reported: a new one is a line here. */
public final class PlanConstraints {
    public static final Registry<PlanConstraint> ALL = Registry.of(
            "planner constraint",
            PlanConstraint::word,
            List.of(
                    new CashFloor(),
                    new MaximumTurnover(),
                    new MinimumTrade(),
                    new NoShort(),
                    new MostBought(),
                    new SharedLimits(),
                    new Deviation(),
                    new TradingCost(),
                    new RealisedTax()));

    private PlanConstraints() {}
}
