package dev.vesper.execution.queue;

import java.util.ArrayList;
import java.util.List;

/** How far off one model was, change by change. */
final class ModelErrors {
    private final List<Double> places = new ArrayList<>();
    private final List<Double> shares = new ArrayList<>();

    void add(double units, long joinedAhead) {
        places.add(units);
        shares.add(units / (joinedAhead * FollowedOrder.LOT));
    }

    QueueErrors summed(QueueModel model, int index, List<FollowedOrder> orders) {
        int filled = 0;
        int missed = 0;
        int unfilled = 0;
        int wrongly = 0;
        List<Double> late = new ArrayList<>();
        for (FollowedOrder order : orders) {
            if (order.joinedAhead() == 0) {
                continue;
            }
            boolean said = order.saidMillis(index) != FollowedOrder.NEVER;
            if (order.filledMillis() == FollowedOrder.NEVER) {
                unfilled++;
                wrongly += said ? 1 : 0;
            } else {
                filled++;
                missed += said ? 0 : 1;
                if (said) {
                    late.add((order.saidMillis(index) - order.filledMillis()) / 1000.0);
                }
            }
        }
        return new QueueErrors(model, spread(places), spread(shares), filled, missed, unfilled, wrongly, spread(late));
    }

    private static ErrorSpread spread(List<Double> errors) {
        return ErrorSpread.of(errors.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
