package dev.vesper.desk.breach;

import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Counted;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Visible;
import dev.vesper.books.BookId;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.audit.VouchedDecisions;
import dev.vesper.desk.event.EventLog;
import dev.vesper.desk.event.StreamId;
import dev.vesper.desk.rebalance.BreachWatch;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.limits.Breach;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/** Keeps what each day began over, and who looks after it. */
public final class TrackBreaches implements BreachWatch {
    static final StreamId<BreachEvent> STREAM = new StreamId<>(BreachEvent.class, "breaches");

    private final VouchedDecisions<BreachState, BreachCommand, BreachEvent> breaches;

    public TrackBreaches(EventLog events, AuditLog audit, InstantSource clock) {
        this.breaches = new VouchedDecisions<>(
                STREAM, "breaches", new BreachRules(), events, audit, AuditAction.BREACH_DENIED, clock);
    }

    @Override
    public void seen(RunRecord run, List<Breach> over) {
        String book = new BookId(run.firm(), run.rehearsal()).value();
        List<BreachEvent.Over> found = over.stream()
                .map(one -> new BreachEvent.Over(
                        one.rule().name(),
                        one.rule().version(),
                        one.account(),
                        one.subject(),
                        one.limit(),
                        one.used(),
                        one.waiver().orElse(""),
                        one.cause()))
                .toList();
        BreachCommand see = new BreachCommand.See(new BreachEvent.Seen(run.id().value(), run.date(), book, found));
        breaches.change(
                see,
                "vesper",
                AuditAction.BREACHES_SEEN,
                "breaches/" + run.id(),
                run.id() + " begins outside " + Counted.of(found.size(), "limit"),
                run.rehearsal());
    }

    /** Every one that there ever was, those that stand first, the oldest first among them. */
    public List<BreachRecord> all() {
        List<StandingBreach> all = breaches.now().state().all();
        return Stream.concat(
                        all.stream().filter(StandingBreach::stands),
                        all.reversed().stream().filter(one -> !one.stands()))
                .map(TrackBreaches::record)
                .toList();
    }

    /**
     * One of them.
     *
     * @throws Problem of kind INPUT where there is none of that id
     */
    public BreachRecord find(String id) {
        return breaches.now()
                .state()
                .find(id)
                .map(TrackBreaches::record)
                .orElseThrow(() -> Problem.unknown("Expected the id of a breach, such as P-1, but there is no \""
                        + Problem.shortened(Visible.line(id)) + "\"; ./vesper limits breaches lists them"));
    }

    /**
     * Says who looks after one, and what is to be done.
     *
     * @param owner empty for whoever does already
     * @param plan empty for what was planned already
     * @throws Problem of kind INPUT where there is none of that id, REFUSED where it is denied
     */
    public BreachRecord take(String id, String owner, String plan, String by) {
        BreachRecord known = find(id);
        breaches.change(
                new BreachCommand.Take(id, owner, plan, by),
                by,
                AuditAction.BREACH_TAKEN,
                "breach/" + id,
                (owner.isBlank() ? known.owner() : owner) + ": " + (plan.isBlank() ? known.plan() : plan),
                known.rehearsal());
        return find(id);
    }

    static Problem altered(BrokenHistory e) {
        return VouchedDecisions.altered("breaches", e);
    }

    static BreachRecord record(StandingBreach one) {
        BookId book = BookId.of(one.book());
        return new BreachRecord(
                one.id(),
                book.firm(),
                book.rehearsal(),
                one.over().rule(),
                one.over().version(),
                one.over().account(),
                one.over().subject(),
                one.over().limit(),
                one.over().used(),
                one.over().waiver(),
                one.over().cause().word(),
                one.run(),
                one.opened(),
                one.seen(),
                one.cured().orElse(null),
                ChronoUnit.DAYS.between(one.opened(), one.cured().orElse(one.seen())),
                one.owner(),
                one.plan());
    }
}
