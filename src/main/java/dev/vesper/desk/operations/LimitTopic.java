package dev.vesper.desk.operations;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.limits.ExposureBy;
import dev.vesper.desk.limits.ExposureLine;
import dev.vesper.desk.limits.LimitLine;
import dev.vesper.desk.limits.LimitOrder;
import dev.vesper.desk.limits.RunLimits;
import dev.vesper.desk.limits.WhyLine;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStore;
import java.util.List;

/** The limits of runs, for one caller. */
record LimitTopic(RunStore runs, RunLimits limits) implements Limits {
    @Override
    public List<LimitLine> worst(RunId run) {
        return limits.worst(known(run));
    }

    @Override
    public List<LimitLine> accounts(RunId run, String rule, int from, int most) {
        return limits.accounts(known(run), rule, Bounds.notNegative(from), Bounds.positive(most));
    }

    @Override
    public List<LimitOrder> orders(RunId run, String rule, String account, int from, int most) {
        return limits.orders(known(run), rule, account, Bounds.notNegative(from), Bounds.positive(most));
    }

    @Override
    public List<WhyLine> why(RunId run, String order) {
        return limits.why(known(run), order);
    }

    @Override
    public List<ExposureLine> exposures(RunId run, ExposureBy by) {
        return limits.exposures(known(run), by);
    }

    private RunRecord known(RunId run) {
        return runs.find(run)
                .orElseThrow(() ->
                        Problem.usage("Expected a run, but " + run + " is unknown; ./vesper runs list shows them"));
    }
}
