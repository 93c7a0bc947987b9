package dev.vesper.desk.firm;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Who keeps the firm's book of record. */
public sealed interface BookKeeping {
    /**
     * Vesper does: the files open the books once, every later day opens where the last one closed.
     *
     * @param fourEyesAbove money of a flow, in the accounts' currency, above which two people must agree on it
     * @param statedAsOf the day at whose close accounts.csv and positions.csv, as a custodian's statement, were true; null
     *     where nothing says it
     */
    record Vesper(BigDecimal fourEyesAbove, @Nullable LocalDate statedAsOf) implements BookKeeping {
        /** Where firm.yaml says nothing. */
        public static final BigDecimal STANDARD_FOUR_EYES_ABOVE = new BigDecimal("100000");

        /** With the standard amount. */
        public Vesper() {
            this(STANDARD_FOUR_EYES_ABOVE);
        }

        /** Where the files say of no day. */
        public Vesper(BigDecimal fourEyesAbove) {
            this(fourEyesAbove, null);
        }
    }

    /**
     * Somebody else does: every day opens with the files.
     *
     * @param asOf the day at whose close accounts.csv and positions.csv were true
     */
    record Files(LocalDate asOf) implements BookKeeping {}
}
