package dev.vesper.testing;

import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.run.OpeningBook;
import dev.vesper.desk.run.OpeningBooks;
import dev.vesper.desk.run.RunRecord;
import java.time.LocalDate;
import java.util.Optional;

/** Books of a firm that has never traded: every day may be opened, and its files open it. */
public final class FilesOpenBooks implements OpeningBooks {
    @Override
    public void admit(Firm firm, LocalDate date, boolean rehearsal, boolean again) {}

    @Override
    public Optional<OpeningBook> opening(RunRecord run) {
        return Optional.empty();
    }
}
