package dev.vesper.desk.review;

import dev.vesper.approvals.Answer;
import dev.vesper.approvals.People;
import dev.vesper.approvals.PersonName;
import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Counted;
import dev.vesper.basics.Decision;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Refusal;
import dev.vesper.basics.Visible;
import dev.vesper.books.BookId;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.event.EventLog;
import dev.vesper.desk.event.Replays;
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

    /** How often something is decided again because a process beside stored something at the same moment. */
    private static final int TRIES = 5;

    private final Replays<ReviewEvent, ReviewState> replays;
    private final AuditLog audit;
    private final FirmReader firms;
    private final InstantSource clock;
    private final ReviewRules rules = new ReviewRules();

    /** @param firms asked whom a firm names, with each answer */
    public Reviews(EventLog events, AuditLog audit, FirmReader firms, InstantSource clock) {
        this.replays = new Replays<>(events, rules.initial(), rules::apply);
        this.audit = audit;
        this.firms = firms;
        this.clock = clock;
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
        change(
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
                    throw denied(by, subject, message, rehearsal);
                });
        change(
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

    Replays.Replay<ReviewEvent, ReviewState> now() {
        try {
            return replays.of(STREAM);
        } catch (BrokenHistory e) {
            throw Problem.refused("Expected the reviews as they were stored, but " + e.getMessage()
                    + "; ./vesper audit verify tells more");
        }
    }

    private synchronized void change(
            ReviewCommand command, String by, AuditAction action, String subject, String detail, boolean rehearsal) {
        for (int attempt = 1; ; attempt++) {
            Replays.Replay<ReviewEvent, ReviewState> before = now();
            List<ReviewEvent> decided = switch (rules.decide(before.state(), command)) {
                case Decision.Accepted<ReviewEvent>(List<ReviewEvent> events) -> events;
                case Decision.Denied<ReviewEvent>(var refusal) ->
                    throw denied(by, subject, refusal.message(), rehearsal);
            };
            if (decided.isEmpty()) {
                return;
            }
            try {
                audit.append(
                        clock.instant(),
                        by.equals("vesper") ? by : PersonName.shown(by),
                        action,
                        subject,
                        Problem.shortened(Visible.line(detail)),
                        rehearsal,
                        before.then(decided));
                return;
            } catch (Problem lost) { // to somebody in a process beside: decided again on what is there now
                if (attempt == TRIES || now().past().size() == before.past().size()) {
                    throw lost;
                }
            }
        }
    }

    private Problem denied(String by, String subject, String message, boolean rehearsal) {
        audit.append(
                clock.instant(),
                Optional.of(by)
                        .filter(name -> PersonName.refusal(name).isEmpty())
                        .map(PersonName::shown)
                        .orElse("vesper"),
                AuditAction.DECISION_DENIED,
                subject,
                Problem.shortened(message),
                rehearsal);
        return Problem.refused(message);
    }
}
