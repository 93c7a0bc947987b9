package dev.vesper.desk.diagram;

import dev.vesper.desk.run.ShownStage;
import org.jspecify.annotations.Nullable;

/**
 * A stage of the day that has not begun.
 *
 * @param usualMillis the median of the last runs that were done; null where there is none
 */
public record ComingStage(ShownStage name, @Nullable Long usualMillis) {}
