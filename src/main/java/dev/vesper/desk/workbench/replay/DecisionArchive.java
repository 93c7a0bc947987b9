package dev.vesper.desk.workbench.replay;

import dev.vesper.basics.RunId;
import dev.vesper.limits.measure.Fact;
import java.util.Collection;
import java.util.Optional;

/** The recorded decisions of runs. */
@FunctionalInterface
public interface DecisionArchive {
    /**
     * What the tables of a run decided; empty where nothing was recorded.
     *
     * @param facts that somebody will ask for
     * @throws dev.vesper.basics.Problem of kind UNAVAILABLE where it is there and cannot be read
     */
    Optional<DecisionColumns> of(RunId run, Collection<Fact<?>> facts);
}
