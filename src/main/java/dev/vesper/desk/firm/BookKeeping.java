package dev.vesper.desk.firm;

import java.time.LocalDate;

/** Who keeps the firm's book of record. */
public sealed interface BookKeeping {
    /** Vesper does: the files open the books once, every later day opens where the last one closed. */
    record Vesper() implements BookKeeping {}

    /**
     * Somebody else does: every day opens with the files.
     *
     * @param asOf the day at whose close accounts.csv and positions.csv were true
     */
    record Files(LocalDate asOf) implements BookKeeping {}
}
