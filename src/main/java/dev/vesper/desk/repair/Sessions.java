package dev.vesper.desk.repair;

import dev.vesper.desk.run.RunRecord;
import dev.vesper.execution.WorkingSession;
import java.util.Optional;

/** In which session the orders of a run are worked. */
@FunctionalInterface
public interface Sessions {
    /** The one that ends first; empty where the run's files do not tell. */
    Optional<WorkingSession> first(RunRecord run);
}
