package dev.vesper.desk.review;

import dev.vesper.desk.report.CostWatch;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.execution.analysis.FarValues;
import dev.vesper.execution.cost.ExecutedOrder;
import dev.vesper.execution.cost.OrderStatus;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Has people look at orders of a day that cost far more or less than its others, by {@link FarValues}; of a rehearsal nobody. */
public final class CostReviews implements CostWatch {
    private static final int CENTS = 2;

    private final Reviews reviews;

    public CostReviews(Reviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public void worked(RunRecord run, List<ExecutedOrder> orders) {
        if (run.rehearsal()) {
            return;
        }
        List<ExecutedOrder> sent = orders.stream()
                .filter(order -> order.status() != OrderStatus.NOT_SENT)
                .toList();
        FarValues far = FarValues.of(
                sent.stream().mapToDouble(order -> order.costs().totalBps()).toArray());
        List<Finding> found = new ArrayList<>();
        for (FarValues.Far one : far.all()) {
            ExecutedOrder order = sent.get(one.place());
            found.add(new Finding(
                    order.order().id(),
                    String.format(
                            Locale.ROOT,
                            "%s, %s %s, cost %.1f bps, far from the median of %.1f bps of %d orders (%.1f deviations)",
                            order.order().id(),
                            order.order().side().name().toLowerCase(Locale.ROOT),
                            order.order().symbol(),
                            one.value(),
                            far.median(),
                            sent.size(),
                            one.score()),
                    order.costs().total().setScale(CENTS, RoundingMode.HALF_EVEN)));
        }
        reviews.tell(run, ReviewSource.COSTS, "", found);
    }
}
