package dev.vesper.desk.execution;

import dev.vesper.orders.ChildOrder;
import java.util.Optional;

/** What every child order passes on its way out. */
public interface ChildGate {
    /** Nothing is against any child. */
    ChildGate OPEN = new ChildGate() {
        @Override
        public Optional<String> stopped(ChildOrder child) {
            return Optional.empty();
        }

        @Override
        public Optional<String> pass(ChildOrder child, Runnable leave) {
            leave.run();
            return Optional.empty();
        }
    };

    /** Why a child may not be at a venue now, for people; empty where nothing is against it. */
    Optional<String> stopped(ChildOrder child);

    /**
     * Lets a child leave unless it is stopped; nothing that is stopped later overtakes it.
     *
     * @param leave sends it
     * @return why it did not leave; empty where it did
     */
    Optional<String> pass(ChildOrder child, Runnable leave);
}
