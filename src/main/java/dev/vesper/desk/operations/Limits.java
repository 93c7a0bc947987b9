package dev.vesper.desk.operations;

import dev.vesper.basics.RunId;
import dev.vesper.desk.limits.ExposureBy;
import dev.vesper.desk.limits.ExposureLine;
import dev.vesper.desk.limits.LimitLine;
import dev.vesper.desk.limits.LimitOrder;
import dev.vesper.desk.limits.WhyLine;
import java.util.List;

/** How full the limits of a run are, and what it is exposed to. */
public interface Limits {
    /**
     * Each limit at its worst account, breaches first, then the fullest; none where nothing is decided yet.
     *
     * @throws dev.vesper.basics.Problem of kind INPUT where the run is unknown
     */
    List<LimitLine> worst(RunId run);

    /**
     * One limit at the fullest subject of each account, breaches first, so many from a place on.
     *
     * @param rule for example {@code position-weight}
     * @param from how many are passed over
     * @throws dev.vesper.basics.Problem of kind INPUT where the run is unknown, or was not judged by such a limit
     */
    List<LimitLine> accounts(RunId run, String rule, int from, int most);

    /**
     * The orders that fill one limit of an account most, at its fullest subject, so many from a place on.
     *
     * @param from how many are passed over
     * @throws dev.vesper.basics.Problem of kind INPUT where the run is unknown, or was not judged so
     */
    List<LimitOrder> orders(RunId run, String rule, String account, int from, int most);

    /**
     * Every word of the rules that an order depends on, what acts first; of an order that was removed too.
     *
     * @param order its id, for example {@code 2018-04-11-001-ACC1-IBM}
     * @throws dev.vesper.basics.Problem of kind INPUT where the run is unknown, or the rules said nothing of such an order
     */
    List<WhyLine> why(RunId run, String order);

    /**
     * What is held in each sector, asset class, currency or account, before the orders and after, the largest first; none where
     * nothing is decided yet.
     *
     * @throws dev.vesper.basics.Problem of kind INPUT where the run is unknown, UNAVAILABLE where its prices are gone
     */
    List<ExposureLine> exposures(RunId run, ExposureBy by);
}
