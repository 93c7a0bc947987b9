package dev.vesper.execution.reconcile;

import dev.vesper.basics.Place;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Where a venue and the books differ about an execution.
 *
 * @param orderId our ClOrdID, as the venue has it where only the venue knows the execution
 * @param money what the venue wants of us beyond what was booked, in currency units: above 0 is to our cost, whichever side the
 *     order had
 * @param words a sentence with the numbers
 * @param place where the venue's file says so; empty where it says nothing
 */
public record TradeBreak(
        Kind kind,
        String venue,
        String executionId,
        String orderId,
        String symbol,
        BigDecimal money,
        String words,
        Optional<Place> place) {
    /** What differs; of several only the first in this order is told, with the whole of the money. */
    public enum Kind {
        /** The venue tells one execution twice. */
        TOLD_TWICE,
        /** The venue has an execution that was never booked. */
        NOT_BOOKED,
        /** An execution was booked that the venue does not have. */
        NOT_CONFIRMED,
        /** The same order, quantity and price under another id, once on either side. */
        OTHER_ID,
        /** Another instrument, side or order. */
        INSTRUMENT,
        /** Other units. */
        QUANTITY,
        /** Another price. */
        PRICE,
        /** Another fee. */
        FEE,
        /** Another trade date. */
        DATE
    }
}
