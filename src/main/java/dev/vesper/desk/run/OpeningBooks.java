package dev.vesper.desk.run;

import dev.vesper.basics.Problem;
import dev.vesper.desk.firm.Firm;
import java.time.LocalDate;
import java.util.Optional;

/** What the books say before a day is opened. */
public interface OpeningBooks {
    /**
     * Lets a day be opened.
     *
     * @param again takes what rehearsals booked from that date on back first
     * @throws Problem of kind REFUSED where the date was traded, or the books are past it; of kind INPUT where the files
     *     cannot open the books, or a day that is none of a rehearsal shall be repeated
     */
    void admit(Firm firm, LocalDate date, boolean rehearsal, boolean again);

    /** The closing book of the day before; empty where the files open the books. */
    Optional<OpeningBook> opening(RunRecord run);
}
