package dev.vesper.orders.state;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What happens to an order: what we do with it, and what its venue says. */
public sealed interface OrderReport {
    /** It leaves, or leaves again because the venue does not know it. */
    record Send() implements OrderReport {}

    /**
     * It must not leave.
     *
     * @param why for people
     */
    record Withhold(String why) implements OrderReport {}

    /** The venue is asked to cancel what is left. */
    record Cancel() implements OrderReport {}

    /** The venue refuses the cancel of an order that it knows: what it was before, it is again. */
    record CancelRefused() implements OrderReport {}

    /** The venue says that it does not know it. */
    record NotKnown() implements OrderReport {}

    /**
     * The venue did not answer in time. That says nothing of what it did.
     *
     * @param why for people
     */
    record Silence(String why) implements OrderReport {}

    /**
     * The venue says where it stands: an execution report (35=8) of any kind.
     *
     * @param status NEW, PARTIALLY_FILLED, PENDING_CANCEL or an end
     * @param filled units that the venue counts as filled
     * @param execution what was filled, or how a fill is corrected; null where it tells no fill
     * @param replaced ExecID of the fill that is busted, or corrected by the execution; null where none is
     * @param reason of a rejection, or empty
     */
    record Told(
            OrderStatus status,
            BigDecimal filled,
            @Nullable Execution execution,
            @Nullable String replaced,
            String reason)
            implements OrderReport {}
}
