package dev.vesper.desk.execution;

/**
 * How much is stored of a run's execution. Nothing of it is ever taken back, so equal counts are equal orders.
 *
 * @param children sent or stopped before they left
 * @param ended how many of them are filled, cancelled, rejected or denied
 * @param fills that stand
 * @param rejected children that a venue refused
 * @param denied children that we stopped before they left
 * @param amended late fills, busts and corrections of fills
 */
public record OrderCounts(long children, long ended, long fills, long rejected, long denied, long amended) {
    /** Where no fill was amended. */
    public OrderCounts(long children, long ended, long fills, long rejected, long denied) {
        this(children, ended, fills, rejected, denied, 0);
    }
}
