package dev.vesper.execution.analysis;

import dev.vesper.execution.analysis.Finding.Kind;
import java.util.List;
import java.util.Locale;

/** Orders whose cost lies far from that of the others; see {@link FarValues}. */
public final class Outliers {
    private Outliers() {}

    /** By total cost in basis points of each order. */
    public static List<Finding> of(List<OrderCost> costs) {
        FarValues far = FarValues.of(
                costs.stream().mapToDouble(cost -> cost.shortfall().totalBps()).toArray());
        return far.all().stream()
                .map(one -> {
                    WorkedOrder order = costs.get(one.place()).order();
                    return new Finding(
                            Kind.OUTLIER,
                            order.place(),
                            order.id(),
                            String.format(
                                    Locale.ROOT,
                                    "%s cost %.1f bps, far from the median of %.1f bps of %d orders (%.1f deviations);"
                                            + " counted",
                                    order.id(),
                                    one.value(),
                                    far.median(),
                                    costs.size(),
                                    one.score()));
                })
                .toList();
    }
}
