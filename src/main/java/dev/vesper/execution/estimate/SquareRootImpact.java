package dev.vesper.execution.estimate;

import dev.vesper.execution.estimate.CostEstimate.Interval;
import dev.vesper.maths.CensoredLine;
import dev.vesper.maths.StudentT;
import java.util.List;
import java.util.Optional;

/**
 * The square-root law of market impact: an order of Q costs half the spread and Y σ √(Q / V), σ the volatility and V the volume of
 * a day (Torre, BARRA Market Impact Model Handbook, 1997; Tóth and others, Anomalous price impact and the critical nature of
 * liquidity in financial markets, Physical Review X 1, 021006, 2011, with Y of the order of one). Almgren, Thum, Hauptmann and Li
 * (Direct estimation of equity market impact, Risk 18, 2005) find a power of 3/5 for the part that goes back; a half is taken here.
 *
 * @param y the one number that is fitted
 * @param fit what it was fitted to; empty where it was given
 */
public record SquareRootImpact(double y, Optional<CensoredLine> fit) {
    /** What publications find it to be about, where nothing is fitted. */
    public static final SquareRootImpact USUAL = new SquareRootImpact(1, Optional.empty());

    /** One that somebody else fitted. */
    public static SquareRootImpact given(double y) {
        return new SquareRootImpact(y, Optional.empty());
    }

    /**
     * Fitted to past orders by least squares in units of each one's volatility; those that were not done to the end count with what
     * they would have cost at least, for a fit to done ones alone forgets those from which the market ran away.
     *
     * @throws IllegalArgumentException where fewer than two orders were done to the end
     */
    public static SquareRootImpact fitted(List<PastOrder> orders) {
        int count = orders.size();
        double[] sizes = new double[count];
        double[] moves = new double[count];
        boolean[] least = new boolean[count];
        for (int i = 0; i < count; i++) {
            PastOrder past = orders.get(i);
            sizes[i] = past.order().size();
            moves[i] = (past.costBps() - past.order().spreadBps() / 2)
                    / past.order().volatilityBps();
            least[i] = past.atLeast();
        }
        CensoredLine line = CensoredLine.fit(sizes, moves, least);
        return new SquareRootImpact(line.slope(), Optional.of(line));
    }

    /**
     * What an order is expected to cost.
     *
     * @param confidence of the intervals, for example 0.95
     */
    public CostEstimate of(PlannedOrder order, double confidence) {
        double half = order.spreadBps() / 2;
        double impact = y * order.volatilityBps() * order.size();
        double all = half + impact;
        if (fit.isEmpty()) {
            return new CostEstimate(all, half, impact, null, null);
        }
        CensoredLine line = fit.get();
        double bound = StudentT.twoSided(confidence, line.degrees()) * order.volatilityBps();
        return new CostEstimate(
                all,
                half,
                impact,
                Interval.around(all, bound * line.lineError(order.size())),
                Interval.around(all, bound * line.pointError(order.size())));
    }
}
