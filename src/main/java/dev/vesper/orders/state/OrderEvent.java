package dev.vesper.orders.state;

/** Something new that is known of an order. Those that a venue said lead to the same state in any order. */
public sealed interface OrderEvent {
    /** It left, perhaps again. */
    record Sent() implements OrderEvent {}

    /** It was kept back, and never left. */
    record Withheld(String why) implements OrderEvent {}

    /** A cancel left. */
    record CancelAsked() implements OrderEvent {}

    /** The venue keeps it in spite of a cancel. */
    record CancelRefused() implements OrderEvent {}

    /** The venue does not know it. */
    record FoundUnknown() implements OrderEvent {}

    /** Nobody knows what became of it. */
    record Doubted(String why) implements OrderEvent {}

    /** The venue has it. */
    record Acknowledged() implements OrderEvent {}

    /** The venue filled some of it. */
    record Executed(Execution execution) implements OrderEvent {}

    /** The venue took back a fill (ExecType H). */
    record Busted(String execution) implements OrderEvent {}

    /** The venue replaced a fill by another (ExecType G). */
    record Corrected(String execution, Execution by) implements OrderEvent {}

    /** The venue says that it has ended. */
    record Ended(OrderEnd end, String reason) implements OrderEvent {}
}
