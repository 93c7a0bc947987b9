package dev.vesper.desk.review;

import dev.vesper.approvals.Answer;
import dev.vesper.approvals.People;
import dev.vesper.basics.Counted;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Refusal;
import dev.vesper.basics.Visible;
import dev.vesper.books.BookId;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.audit.VouchedDecisions;
import dev.vesper.desk.event.EventLog;
import dev.vesper.desk.event.Replays.Replay;
import dev.vesper.desk.event.StreamId;
import dev.vesper.desk.firm.FirmReader;
import dev.vesper.desk.run.RunRecord;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Keeps what should be looked at, and what people said when they did. */
public final class Reviews {
    static final StreamId<ReviewEvent> STREAM = new StreamId<>(ReviewEvent.class, "reviews");

    private final VouchedDecisions<ReviewState, ReviewCommand, ReviewEvent> reviews;
    private final FirmReader firms;

    /** @param firms asked whom a firm names, with each answer */
    public Reviews(EventLog events, AuditLog audit, FirmReader firms, InstantSource clock) {
        this.reviews = new VouchedDecisions<>(
                STREAM, "reviews", new ReviewRules(), events, audit, AuditAction.DECISION_DENIED, clock);
        this.firms = firms;
    }

    /**
     * Takes all that a source finds in a run now. What it found before and does not any more is cleared; the same once more
     * changes nothing.
     *
     * @param part of the source, for example the venue whose file it was; empty for all of it
     * @return how many of the run wait for somebody to look
     */
    public long tell(RunRecord run, ReviewSource source, String part, List<Finding> found) {
        String id = run.id().value();
        String book = new BookId(run.firm(), run.rehearsal()).value();
        reviews.change(
                new ReviewCommand.Tell(new ReviewEvent.Told(id, source, part, book, found)),
                "vesper",
                AuditAction.REVIEWS_TOLD,
                "reviews/" + id,
                source.word() + (part.isEmpty() ? "" : " " + part) + ": " + Counted.of(found.size(), "finding"),
                run.rehearsal());
        return now().state().all().stream()
                .filter(one -> one.run().equals(run.id()) && !one.cleared() && one.answer() == null)
                .count();
    }

    /**
     * Somebody looked.
     *
     * @param reason what explains it, or what is to be mended; must be said
     * @throws Problem of kind REFUSED where it is denied
     */
    void look(String id, Answer answer, String by, String reason) {
        String subject = "review/" + id;
        Optional<Review> known = now().state().find(id);
        boolean rehearsal = known.filter(one -> one.book().rehearsal()).isPresent();
        known.flatMap(one -> people(one.book()).outside(by, one.source().group()))
                .map(Refusal::message)
                .ifPresent(message -> {
                    throw reviews.denied(by, subject, message, rehearsal);
                });
        reviews.change(
                new ReviewCommand.Look(id, answer, by, Problem.shortened(Visible.line(reason))),
                by,
                AuditAction.REVIEW_ANSWERED,
                subject,
                answer.word() + ": " + reason,
                rehearsal);
    }

    private People people(BookId book) {
        return book.rehearsal()
                ? People.UNKNOWN
                : firms.read(Path.of(book.firm())).settings().people();
    }

    Replay<ReviewEvent, ReviewState> now() {
        return reviews.now();
    }
}
