package dev.vesper.desk.firm;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.execution.cost.ExpectedCost;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What orders of a run are expected to cost, by the firm as it was frozen for it. The last runs are remembered. May serve threads. */
public final class ExpectedCosts implements Function<RunId, Optional<ExpectedCost>> {
    private static final int KEPT = 32;

    private final Function<RunId, Firm> firms;
    private final Map<RunId, ExpectedCost> known = new LinkedHashMap<>();

    public ExpectedCosts(Function<RunId, Firm> firms) {
        this.firms = firms;
    }

    /** Empty where the frozen files can not be read any more. */
    @Override
    public synchronized Optional<ExpectedCost> apply(RunId run) {
        ExpectedCost cost = known.get(run);
        if (cost == null) {
            try {
                Firm firm = firms.apply(run);
                cost = ExpectedCost.of(
                        firm.settings().rebalance().costBps(), firm.settings().execution(), firm.venues());
            } catch (Problem unreadable) { // said where the day goes on
                return Optional.empty();
            }
            if (known.size() >= KEPT) {
                known.remove(known.keySet().iterator().next());
            }
            known.put(run, cost);
        }
        return Optional.of(cost);
    }
}
