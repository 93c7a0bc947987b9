package dev.vesper.desk.operations;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.blotter.Blotter;
import dev.vesper.desk.blotter.ChildLine;
import dev.vesper.desk.blotter.OrderLife;
import dev.vesper.desk.blotter.OrderLine;
import dev.vesper.desk.blotter.OrderTotals;
import dev.vesper.desk.blotter.ScheduleLine;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStore;
import java.util.List;

/** The orders of runs, for one caller. */
record OrderTopic(RunStore runs, Blotter blotter) implements Orders {
    @Override
    public OrderTotals totals(RunId run) {
        return blotter.totals(known(run));
    }

    @Override
    public List<OrderLine> list(RunId run, int from, int most) {
        return blotter.list(known(run), Bounds.notNegative(from), Bounds.positive(most));
    }

    @Override
    public OrderLine show(RunId run, String order) {
        return blotter.show(known(run), order);
    }

    @Override
    public List<ChildLine> children(RunId run, String order, int from, int most) {
        return blotter.children(known(run), order, Bounds.notNegative(from), Bounds.positive(most));
    }

    @Override
    public List<ScheduleLine> schedule(RunId run, String order) {
        return blotter.schedule(known(run), order);
    }

    @Override
    public OrderLife life(RunId run, String order) {
        return blotter.life(known(run), order);
    }

    private RunRecord known(RunId run) {
        return runs.find(run)
                .orElseThrow(() ->
                        Problem.unknown("Expected a run, but " + run + " is unknown; ./vesper runs list shows them"));
    }
}
