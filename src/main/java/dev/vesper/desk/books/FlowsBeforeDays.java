package dev.vesper.desk.books;

import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.run.OpeningBook;
import dev.vesper.desk.run.OpeningBooks;
import dev.vesper.desk.run.RunRecord;
import java.time.LocalDate;
import java.util.Optional;

/** A day opens after the flows that count from it were booked. */
public final class FlowsBeforeDays implements OpeningBooks {
    private final BookFlows flows;
    private final OpeningBooks days;

    public FlowsBeforeDays(BookFlows flows, OpeningBooks days) {
        this.flows = flows;
        this.days = days;
    }

    @Override
    public void admit(Firm firm, LocalDate date, boolean rehearsal, boolean again) {
        flows.mustBeReadable(firm); // before a rehearsal that is done again takes anything back
        days.admit(firm, date, rehearsal, again);
        flows.before(firm, date, rehearsal);
    }

    @Override
    public Optional<OpeningBook> opening(RunRecord run) {
        return days.opening(run);
    }
}
