package dev.vesper.desk.run;

import dev.vesper.basics.RunId;
import java.util.Optional;

/** Where the instances of runs take up their work. */
@FunctionalInterface
public interface EntryPoints {
    /** Nobody moved a token: every instance begins at the beginning. */
    EntryPoints NONE = (_, _) -> Optional.empty();

    /**
     * Where one takes it up.
     *
     * @param attempt which of the run's instances, from 1
     * @return empty where it begins at the beginning
     */
    Optional<EntryPoint> of(RunId run, int attempt);
}
