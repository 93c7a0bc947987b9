package dev.vesper.desk.limits;

/** How a limit stands, the worst first. */
public enum LimitState {
    /** More is used than allowed, and the orders have a part in it: a table that only warns let them pass. */
    ACTIVE,
    /** More was used before the orders, and they do not make it more: markets did it. */
    PASSIVE,
    /** More is used than the table allows, and two people let that pass. */
    WAIVED,
    /** The orders asked for more than allowed and were cut or denied; what is left of them fits. */
    PREVENTED,
    /** Above the warning level. */
    WARNED,
    WITHIN;

    /** More is used than allowed, by the table or by a waiver. */
    public boolean breached() {
        return this == ACTIVE || this == PASSIVE;
    }
}
