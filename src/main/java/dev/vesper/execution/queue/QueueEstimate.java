package dev.vesper.execution.queue;

/**
 * Where an order is thought to stand at its price. It is told of each trade at the price and then of the new size; what traded is
 * not counted a second time as a decrease.
 *
 * <p>Example: 10 units ahead and none behind, of which 4 trade: 6 ahead. 6 more come behind it and 3 go: {@code risk-averse} says
 * 6, {@code power-1} says 6 - 3/2 = 4.5.
 *
 * @param ahead units before it; below zero once trades reached it
 * @param traded units of which the next size is told already
 */
public record QueueEstimate(QueueModel model, double ahead, double traded) {
    /** An order that joined a queue of this size, its own units not among them. */
    public static QueueEstimate joined(QueueModel model, double ahead) {
        return new QueueEstimate(model, ahead, 0);
    }

    /** Units traded at its price. */
    public QueueEstimate trade(double units) {
        return new QueueEstimate(model, ahead - units, traded + units);
    }

    /**
     * The size at its price changed, its own units never among it.
     *
     * @param before units, as they were told the last time
     * @param after units
     */
    public QueueEstimate size(double before, double after) {
        double gone = before - after - traded;
        if (gone <= 0) {
            return new QueueEstimate(model, Math.min(ahead, after), 0);
        }
        double front = Math.max(0, ahead);
        double back = Math.max(0, before - traded - front);
        double share = front + back > 0 ? model.shareBehind(front, back) : 1;
        double moved = ahead - (1 - share) * gone + Math.min(back - share * gone, 0);
        return new QueueEstimate(model, Math.min(Math.max(moved, Math.min(ahead, 0)), after), 0);
    }
}
