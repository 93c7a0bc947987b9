package dev.vesper.desk.operations;

import dev.vesper.basics.RunId;
import dev.vesper.desk.blotter.ChildLine;
import dev.vesper.desk.blotter.OrderLife;
import dev.vesper.desk.blotter.OrderLine;
import dev.vesper.desk.blotter.OrderTotals;
import dev.vesper.desk.blotter.ScheduleLine;
import java.util.List;

/** The orders of a run as they stand, while it works them and afterwards. */
public interface Orders {
    /**
     * All of them together; zeros where nothing is decided yet.
     *
     * @throws dev.vesper.basics.Problem of kind INPUT where the run is unknown
     */
    OrderTotals totals(RunId run);

    /**
     * The parents, the largest first at decision prices, so many from a place on. None where nothing is decided yet, or no
     * more.
     *
     * @param from how many are passed over
     * @throws dev.vesper.basics.Problem of kind INPUT where the run is unknown
     */
    List<OrderLine> list(RunId run, int from, int most);

    /**
     * One parent.
     *
     * @param order its id, for example {@code 2018-04-11-001-0007}
     * @throws dev.vesper.basics.Problem of kind INPUT where the run or the order is unknown
     */
    OrderLine show(RunId run, String order);

    /**
     * Its child orders with their fills, in the order they were decided, so many from a place on.
     *
     * @param from how many are passed over
     * @throws dev.vesper.basics.Problem of kind INPUT where the run or the order is unknown
     */
    List<ChildLine> children(RunId run, String order, int from, int most);

    /**
     * How it was to be worked, slice by slice, against what was filled of it; none where it is left out.
     *
     * @throws dev.vesper.basics.Problem of kind INPUT where the run or the order is unknown
     */
    List<ScheduleLine> schedule(RunId run, String order);

    /**
     * What it went through: schedule, fills, what it cost, and the market of the same hours.
     *
     * @throws dev.vesper.basics.Problem of kind INPUT where the run or the order is unknown
     */
    OrderLife life(RunId run, String order);
}
