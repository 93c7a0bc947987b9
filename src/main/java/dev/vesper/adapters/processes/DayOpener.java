package dev.vesper.adapters.processes;

import dev.vesper.basics.RunId;
import java.util.Optional;

/** Opens a run when the schedule says so. */
public interface DayOpener {
    /**
     * Opens the run of a scheduled day.
     *
     * @param occasion the engine's key of this occasion: the same one must be answered with the same run, because the
     *     question may be asked again after a crash
     * @return empty where no day is opened: the occasion is over
     */
    Optional<RunId> open(long occasion);
}
