package dev.vesper.adapters.processes;

import dev.vesper.basics.Problem;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/**
 * Looks how much room the embedded engine has, and says so once when it gets too little and once when it is enough again.
 * Where there was none at all, the engine's own writes failed, and with them the timers that were writing: it looks well
 * afterwards, and opens no day by the schedule and tries no stage again.
 */
final class DiskWatch {
    /** With less, what the engine writes on its own fails. */
    private static final long FULL_BELOW_MB = 16;

    private final Path folder;
    private final LongSupplier freeMb;
    private final long stopBelowMb;
    private final DayListener listener;
    private volatile boolean low;
    private boolean full;

    /**
     * Has not looked yet.
     *
     * @param stopBelowMb with less the engine hands out no work
     */
    DiskWatch(Path folder, LongSupplier freeMb, long stopBelowMb, DayListener listener) {
        this.folder = folder;
        this.freeMb = freeMb;
        this.stopBelowMb = stopBelowMb;
        this.listener = listener;
    }

    /** Whether the engine hands out no work for want of room. */
    boolean low() {
        return low;
    }

    /** Looks; from one thread. */
    void look() {
        long free = freeMb.getAsLong();
        full |= free < FULL_BELOW_MB;
        if (free < stopBelowMb) {
            if (!low) {
                low = true;
                listener.engineUnavailable(DiskSpace.low(folder, stopBelowMb, free));
            }
        } else if (low) {
            low = false;
            listener.engineAvailable();
            if (full) {
                full = false;
                listener.engineTroubled(
                        Problem.unavailable("The disk under " + folder + " was full, and the timers of the"
                                + " process engine may have died of it: the schedule and the retries of stages may not come any more."
                                + " Stop Vesper and start it again; nothing is lost with that"));
            }
        }
    }
}
