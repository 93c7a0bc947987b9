package dev.vesper.desk.diagram;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a run is with one element. What the run has not come to, and what it went around, is not told.
 *
 * @param process id of the process, for example {@code approve-trades}
 * @param element its id there
 * @param name as people read it
 * @param since when its work began, or the question was asked; null where no clock says it
 * @param tookMillis how long the work took; null while it lasts, and where no clock says it
 * @param usualMillis the median of the runs before; null where there is none
 * @param says what came of it, what went wrong, or what is asked; may be empty
 * @param task the id of the open question; empty where none is
 */
public record StandingElement(
        String process,
        String element,
        String name,
        Standing state,
        @Nullable Instant since,
        @Nullable Long tookMillis,
        @Nullable Long usualMillis,
        String says,
        String task) {}
