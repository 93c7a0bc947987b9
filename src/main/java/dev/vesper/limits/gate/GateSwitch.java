package dev.vesper.limits.gate;

import java.util.concurrent.atomic.AtomicReference;

/**
 * The table that counts now. A new one takes the place of the old one at once, for the next order; whoever is asking the old
 * one finishes with it.
 */
public final class GateSwitch {
    private final AtomicReference<GateTable> current;

    public GateSwitch(GateTable first) {
        current = new AtomicReference<>(first);
    }

    public GateTable current() {
        return current.get();
    }

    /**
     * Puts a table in the place of the one that counts, unless that is as new or newer: two that are compiled at once must not
     * bring an older state back.
     *
     * @return whether it counts now
     */
    public boolean publish(GateTable next) {
        while (true) {
            GateTable before = current.get();
            if (next.generation() <= before.generation()) {
                return false;
            }
            if (current.compareAndSet(before, next)) {
                return true;
            }
        }
    }
}
