package dev.vesper.desk.breach;

import dev.vesper.approvals.PersonName;
import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Counted;
import dev.vesper.basics.Decision;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Visible;
import dev.vesper.books.BookId;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.event.EventLog;
import dev.vesper.desk.event.Replays;
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

    /** How often something is decided again because a process beside stored something at the same moment. */
    private static final int TRIES = 5;

    private final Replays<BreachEvent, BreachState> replays;
    private final AuditLog audit;
    private final InstantSource clock;
    private final BreachRules rules = new BreachRules();

    public TrackBreaches(EventLog events, AuditLog audit, InstantSource clock) {
        this.replays = new Replays<>(events, rules.initial(), rules::apply);
        this.audit = audit;
        this.clock = clock;
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
        change(
                see,
                "vesper",
                AuditAction.BREACHES_SEEN,
                "breaches/" + run.id(),
                run.id() + " begins outside " + Counted.of(found.size(), "limit"),
                run.rehearsal());
    }

    /** Every one that there ever was, those that stand first, the oldest first among them. */
    public List<BreachRecord> all() {
        List<StandingBreach> all = now().state().all();
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
        return now().state()
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
        change(
                new BreachCommand.Take(id, owner, plan, by),
                by,
                AuditAction.BREACH_TAKEN,
                "breach/" + id,
                (owner.isBlank() ? known.owner() : owner) + ": " + (plan.isBlank() ? known.plan() : plan),
                known.rehearsal());
        return find(id);
    }

    private synchronized void change(
            BreachCommand command, String by, AuditAction action, String subject, String detail, boolean rehearsal) {
        for (int attempt = 1; ; attempt++) {
            Replays.Replay<BreachEvent, BreachState> before = now();
            List<BreachEvent> decided = switch (rules.decide(before.state(), command)) {
                case Decision.Accepted<BreachEvent>(List<BreachEvent> events) -> events;
                case Decision.Denied<BreachEvent>(var refusal) ->
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
                PersonName.refusal(by).isEmpty() ? PersonName.shown(by) : "vesper",
                AuditAction.BREACH_DENIED,
                subject,
                Problem.shortened(message),
                rehearsal);
        return Problem.refused(message);
    }

    private Replays.Replay<BreachEvent, BreachState> now() {
        try {
            return replays.of(STREAM);
        } catch (BrokenHistory e) {
            throw altered(e);
        }
    }

    static Problem altered(BrokenHistory e) {
        return Problem.refused("Expected the breaches as they were stored, but " + e.getMessage()
                + "; ./vesper audit verify tells more");
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
