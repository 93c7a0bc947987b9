package dev.vesper.desk.execution;

import dev.vesper.orders.ChildOrder;

/** Hears the messages about child orders between us and the venues of a run, in the threads that send and read them. It is quick and throws nothing. */
public interface MessageWatch {
    /** Nobody hears them. */
    MessageWatch NONE = (_, _, _) -> {};

    /** What a message is. */
    enum Kind {
        /** A new order, sent. */
        ORDER,
        /** A cancel, sent. */
        CANCEL,
        /** What a venue says of an order. */
        REPORT,
        /** A venue's no to a cancel. */
        CANCEL_REJECT
    }

    /**
     * One was sent, or came.
     *
     * @param ended whether the order has ended with it
     */
    void message(ChildOrder child, Kind kind, boolean ended);
}
