package dev.vesper.desk.audit;

import dev.vesper.approvals.PersonName;
import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Decider;
import dev.vesper.basics.Decision;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Visible;
import dev.vesper.desk.event.EventLog;
import dev.vesper.desk.event.Replays;
import dev.vesper.desk.event.Replays.Replay;
import dev.vesper.desk.event.StreamId;
import java.time.InstantSource;
import java.util.List;

/**
 * One stream on which commands are decided: what follows is appended together with the audit row that vouches for it, a refusal is
 * a row of its own. Who loses to somebody in a process beside is decided again on what is there then.
 *
 * @param <S> where the stream stands
 * @param <C> what is asked of it
 * @param <E> what happens to it
 */
public final class VouchedDecisions<S, C, E> {
    private static final int TRIES = 5;

    private final StreamId<E> stream;
    private final String called;
    private final Decider<S, C, E> rules;
    private final Replays<E, S> replays;
    private final AuditLog audit;
    private final AuditAction denial;
    private final InstantSource clock;

    /**
     * Over one stream.
     *
     * @param called what its things are called, for example {@code breaches}
     * @param denial the action of a refusal's row
     */
    public VouchedDecisions(
            StreamId<E> stream,
            String called,
            Decider<S, C, E> rules,
            EventLog events,
            AuditLog audit,
            AuditAction denial,
            InstantSource clock) {
        this.stream = stream;
        this.called = called;
        this.rules = rules;
        this.replays = new Replays<>(events, rules.initial(), rules::apply);
        this.audit = audit;
        this.denial = denial;
        this.clock = clock;
    }

    /**
     * Where the stream stands now.
     *
     * @throws Problem of kind REFUSED where its events were altered
     */
    public Replay<E, S> now() {
        try {
            return replays.of(stream);
        } catch (BrokenHistory e) {
            throw altered(called, e);
        }
    }

    /**
     * Decides, and appends what follows; nothing where nothing does.
     *
     * @param by a person's name, or {@code vesper}
     * @throws Problem of kind REFUSED where it is denied
     */
    public synchronized void change(
            C command, String by, AuditAction action, String subject, String detail, boolean rehearsal) {
        for (int attempt = 1; ; attempt++) {
            Replay<E, S> before = now();
            List<E> decided = switch (rules.decide(before.state(), command)) {
                case Decision.Accepted<E>(List<E> events) -> events;
                case Decision.Denied<E>(var refusal) -> throw denied(by, subject, refusal.message(), rehearsal);
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
            } catch (Problem lost) {
                if (attempt == TRIES || now().past().size() == before.past().size()) {
                    throw lost;
                }
            }
        }
    }

    /** Writes a refusal down; the answer is to be thrown. */
    public Problem denied(String by, String subject, String message, boolean rehearsal) {
        audit.append(
                clock.instant(),
                PersonName.refusal(by).isEmpty() ? PersonName.shown(by) : "vesper",
                denial,
                subject,
                Problem.shortened(message),
                rehearsal);
        return Problem.refused(message);
    }

    /** What people are told where stored events were altered. */
    public static Problem altered(String called, BrokenHistory e) {
        return Problem.refused("Expected the " + called + " as they were stored, but " + e.getMessage()
                + "; ./vesper audit verify tells more");
    }
}
