package dev.vesper.rebalance;

/**
 * The least deviation that any trades could reach if lots need not be whole and trades may be small: a lower bound for
 * every proposal, and a good place to start from.
 *
 * <p>Every dollar sold of an overweight line brings that line one dollar nearer, whichever line it is, and costs the
 * same; so of all sales only their total S matters, and of all purchases only their total B. With O the total that
 * overweight lines can usefully sell, U the total that underweight lines lack, and K what no trade can mend,
 *
 * <pre>
 *   minimise   1/2 (K + |O - S| + |U - B| + |C + s S - b B - T|)
 *   subject to 0 &lt;= S &lt;= sellable, 0 &lt;= B, S + B &lt;= turnover, C + s S - b B &gt;= floor
 * </pre>
 *
 * with C the cash, T its target, s the best cash for a dollar sold and b the least cash for a dollar bought. The
 * objective is convex and linear between the lines S = O, B = U and cash = T, so its minimum over the polygon is at a
 * crossing of two of those lines and the polygon's edges. There are eight lines, hence at most 28 crossings: all are
 * tried. It is a bound also where totals cannot be shared out (a line both bought and sold), because that only adds
 * choices. {@code ContinuousOptimumTest} compares it with a linear programme over the single lines.
 *
 * @param sold S in micros
 * @param bought B in micros
 * @param deviation the minimum as a share of the account's value, 0 to 1, rounded down a little (1e-12) so that
 *     rounding of doubles never lifts it above the true minimum
 */
public record ContinuousOptimum(double sold, double bought, double deviation) {
    private static final double SLACK = 1e-12;

    /** The optimum of a book; where no trades reach the cash floor, that of the trades that come nearest to it. */
    public static ContinuousOptimum of(LotBook book) {
        if (book.value() == 0) {
            return new ContinuousOptimum(0, 0, 0);
        }
        return new Totals(book).solve();
    }

    /** A line p S + q B = r of the plane. */
    private record Edge(double p, double q, double r) {}

    /** All amounts as shares of the account's value. */
    private static final class Totals {
        private final double value;
        private double useful;
        private double lacking;
        private double beyondRepair;
        private double sellable;
        private double sellRate;
        private double buyRate = Double.MAX_VALUE;
        private final double cash;
        private final double cashTarget;
        private final double turnover;
        private final double floor;

        Totals(LotBook book) {
            value = book.value();
            for (BookLine line : book.lines()) {
                long gap = line.targetValue() - line.heldValue();
                double mostSold = line.mostSell() >= line.leastTrade() ? line.mostSell() * line.lotValue() / value : 0;
                sellable += mostSold;
                if (gap < 0) {
                    double surplus = -gap / value;
                    useful += Math.min(surplus, mostSold);
                    beyondRepair += Math.max(0, surplus - mostSold);
                } else {
                    lacking += gap / value;
                }
                sellRate = Math.max(sellRate, (double) line.sellCash() / line.lotValue());
                buyRate = Math.min(buyRate, (double) line.buyCash() / line.lotValue());
            }
            cash = book.cash() / value;
            cashTarget = book.cashTarget() / value;
            turnover = book.turnoverLimit() / value;
            double mostCash = cash + sellRate * Math.min(sellable, turnover);
            floor = Math.min(book.cashFloor() / value, mostCash);
        }

        ContinuousOptimum solve() {
            Edge[] edges = {
                new Edge(1, 0, 0),
                new Edge(1, 0, useful),
                new Edge(1, 0, sellable),
                new Edge(0, 1, 0),
                new Edge(0, 1, lacking),
                new Edge(1, 1, turnover),
                new Edge(sellRate, -buyRate, cashTarget - cash),
                new Edge(sellRate, -buyRate, floor - cash)
            };
            double best = Double.MAX_VALUE;
            double bestSold = 0;
            double bestBought = 0;
            for (int i = 0; i < edges.length; i++) {
                for (int j = i + 1; j < edges.length; j++) {
                    double area = edges[i].p * edges[j].q - edges[j].p * edges[i].q;
                    double sold = (edges[i].r * edges[j].q - edges[j].r * edges[i].q) / area;
                    double bought = (edges[i].p * edges[j].r - edges[j].p * edges[i].r) / area;
                    if (area != 0 && feasible(sold, bought) && deviation(sold, bought) < best) {
                        best = deviation(sold, bought);
                        bestSold = sold;
                        bestBought = bought;
                    }
                }
            }
            return new ContinuousOptimum(
                    Math.max(0, bestSold) * value, Math.max(0, bestBought) * value, Math.max(0, best - SLACK));
        }

        private double cashAfter(double sold, double bought) {
            return cash + sellRate * sold - buyRate * bought;
        }

        private boolean feasible(double sold, double bought) {
            return sold >= -SLACK
                    && sold <= sellable + SLACK
                    && bought >= -SLACK
                    && sold + bought <= turnover + SLACK
                    && cashAfter(sold, bought) >= floor - SLACK;
        }

        private double deviation(double sold, double bought) {
            return (beyondRepair
                            + Math.abs(useful - sold)
                            + Math.abs(lacking - bought)
                            + Math.abs(cashAfter(sold, bought) - cashTarget))
                    / 2;
        }
    }
}
