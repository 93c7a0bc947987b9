package dev.vesper.desk.killswitch;

import dev.vesper.approvals.PersonName;
import dev.vesper.basics.Decision;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.audit.Change;
import dev.vesper.desk.event.Append;
import dev.vesper.desk.event.EventLog;
import dev.vesper.desk.event.Told;
import dev.vesper.execution.killswitch.Kill;
import dev.vesper.execution.killswitch.KillCommand;
import dev.vesper.execution.killswitch.KillEvent;
import dev.vesper.execution.killswitch.KillScope;
import dev.vesper.execution.killswitch.KillState;
import dev.vesper.execution.killswitch.KillSwitch;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The kill switches of this Vesper. What is stopped is known in memory, so that it can be asked before every child order; it
 * is read again from the store with each change made here, and after a second for the changes of a process beside.
 *
 * <p>A child leaves within {@link #pass}; pressing returns once every child that was already leaving has left. So none leaves
 * after that.
 */
public final class KillSwitches {
    private static final long FRESH_MILLIS = 1_000;
    private static final long LEAVES_WITHIN_SECONDS = 10;
    /** How often a change is decided again because a process beside changed something at the same moment. */
    private static final int TRIES = 5;

    private final KillLog log;
    private final AuditLog audit;
    private final InstantSource clock;
    private final KillSwitch switches = new KillSwitch();
    /** Held to read while a child leaves. */
    private final ReentrantReadWriteLock leaving = new ReentrantReadWriteLock();

    private final ReentrantLock changing = new ReentrantLock();
    private final Condition changed = changing.newCondition();
    private volatile @Nullable Seen seen;

    public KillSwitches(EventLog events, AuditLog audit, InstantSource clock) {
        this.log = new KillLog(events);
        this.audit = audit;
        this.clock = clock;
    }

    /** What was read, and when. */
    private record Seen(KillState state, List<KillRecord> records, long atMillis) {}

    /**
     * Where the switches stand, at most a second old where a process beside changes them.
     *
     * @throws Problem of kind REFUSED where their events were altered
     */
    public KillState now() {
        Seen last = seen;
        return last != null && Math.abs(clock.millis() - last.atMillis()) < FRESH_MILLIS
                ? last.state()
                : read().state();
    }

    /** Every switch that was ever pressed, newest first. */
    public List<KillRecord> all() {
        return read().records().reversed();
    }

    /**
     * All that was done to them, oldest first.
     *
     * @throws Problem of kind REFUSED where it was altered
     */
    public List<Told<KillEvent>> past() {
        List<Told<KillEvent>> past = log.past();
        log.state(past); // what cannot have happened is told to nobody
        return past;
    }

    /** Those that stop something, oldest first, at most a second old. */
    public List<KillRecord> on() {
        now();
        Seen last = seen;
        return last == null
                ? List.of()
                : last.records().stream().filter(KillRecord::on).toList();
    }

    /** What is stopped, for whoever watches; empty where nothing is. */
    public Optional<String> trouble() {
        List<Kill> on = now().on();
        return on.isEmpty()
                ? Optional.empty()
                : Optional.of("Trading is stopped: "
                        + on.stream().map(Kill::line).collect(Collectors.joining("; "))
                        + "; ./vesper kill show tells more");
    }

    /**
     * Lets something leave, unless it is stopped.
     *
     * @param stopping what stops it, as things stand
     * @param leave sends it
     * @return what stopped it; empty where it left
     */
    public Optional<Kill> pass(Function<KillState, Optional<Kill>> stopping, Runnable leave) {
        KillState fresh = now(); // reads the store where it must, before the lock
        leaving.readLock().lock();
        try {
            Seen last = seen;
            Optional<Kill> stopped = stopping.apply(last == null ? fresh : last.state());
            if (stopped.isEmpty()) {
                leave.run();
            }
            return stopped;
        } finally {
            leaving.readLock().unlock();
        }
    }

    /** Reads the store again; whoever waits is woken where something changed. */
    public KillState fresh() {
        return read().state();
    }

    /**
     * Waits for a change, a second at most.
     *
     * @param known what the waiting one knows
     * @throws Problem of kind UNAVAILABLE where the waiting thread is interrupted
     */
    public KillState changed(KillState known) {
        changing.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(FRESH_MILLIS);
            while (left > 0 && !changedSince(known)) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.unavailable("Expected to wait for the release of a kill switch, but was interrupted", e);
        } finally {
            changing.unlock();
        }
        return fresh();
    }

    private boolean changedSince(KillState known) {
        Seen last = seen;
        return last != null && last.state().events() != known.events();
    }

    /**
     * Stops something, from now on and across restarts. Where it is stopped already nothing changes, but a release that
     * was asked for is refused.
     *
     * @return the switch; every child that was leaving has left when it is returned
     * @throws Problem of kind INPUT where the name is none, REFUSED without a reason
     */
    public KillRecord press(KillScope scope, String by, String reason) {
        change(new KillCommand.Press(scope, by, reason), AuditAction.KILL_SWITCH_PRESSED, scope.words());
        awaitLeaving();
        return all().stream()
                .filter(kill ->
                        kill.on() && kill.kind() == scope.kind() && kill.name().equals(scope.name()))
                .findFirst()
                .orElseThrow(() -> Problem.refused("Expected " + scope.words() + " to be stopped, but two people have"
                        + " released it in the same moment; ./vesper kill show tells who"));
    }

    /**
     * Asks that it may be sent again.
     *
     * @throws Problem of kind REFUSED where it is denied
     */
    public KillRecord askRelease(String id, String by, String reason) {
        change(new KillCommand.AskRelease(id, by, reason), AuditAction.KILL_RELEASE_ASKED, id);
        return record(id);
    }

    /**
     * Agrees to the release; another person than the one who asked.
     *
     * @param request which request is agreed to, as it was shown
     * @throws Problem of kind REFUSED where it is denied
     */
    public KillRecord agree(String id, int request, String by, String reason) {
        change(new KillCommand.AgreeRelease(id, request, by, reason), AuditAction.KILL_SWITCH_RELEASED, id);
        return record(id);
    }

    /**
     * Says no to the release.
     *
     * @throws Problem of kind REFUSED where it is denied
     */
    public KillRecord refuse(String id, int request, String by, String reason) {
        change(new KillCommand.RefuseRelease(id, request, by, reason), AuditAction.KILL_RELEASE_REFUSED, id);
        return record(id);
    }

    /**
     * Lets a run go on to its close without what is stopped.
     *
     * @throws Problem of kind REFUSED where it is denied
     */
    public void giveUpRest(RunId run, String by, String reason) {
        change(new KillCommand.GiveUpRest(run.value(), by, reason), AuditAction.REST_GIVEN_UP, run.value());
    }

    private KillRecord record(String id) {
        return all().stream().filter(kill -> kill.id().equals(id)).findFirst().orElseThrow();
    }

    private void change(KillCommand command, AuditAction action, String about) {
        changing.lock();
        try {
            for (int attempt = 1; ; attempt++) {
                KillState before = fresh();
                try {
                    decide(before, command, action, about);
                    break;
                } catch (Problem lost) { // to somebody in a process beside: decided again on what is there now
                    if (attempt == TRIES || fresh().events() == before.events()) {
                        throw lost;
                    }
                }
            }
            fresh();
        } finally {
            changing.unlock();
        }
    }

    private void decide(KillState before, KillCommand command, AuditAction action, String about) {
        switch (switches.decide(before, command)) {
            case Decision.Accepted<KillEvent>(List<KillEvent> decided) -> {
                if (!decided.isEmpty()) {
                    append(before, decided, PersonName.shown(command.by()), action, command.reason());
                }
            }
            case Decision.Denied<KillEvent>(var refusal) -> {
                audit.append(
                        clock.instant(),
                        PersonName.refusal(command.by()).isEmpty() ? PersonName.shown(command.by()) : "vesper",
                        AuditAction.DECISION_DENIED,
                        KillLog.subject(about),
                        refusal.message(),
                        /* rehearsal= */ false);
                throw Problem.refused(refusal.message());
            }
        }
    }

    private void append(KillState before, List<KillEvent> decided, String by, AuditAction asked, String reason) {
        KillEvent event = decided.getFirst();
        AuditAction action = event instanceof KillEvent.ReleaseRefused ? AuditAction.KILL_RELEASE_REFUSED : asked;
        String subject = switch (event) {
            case KillEvent.Pressed pressed -> KillLog.subject(pressed.id());
            case KillEvent.ReleaseAsked ask -> KillLog.subject(ask.id());
            case KillEvent.ReleaseRefused refused -> KillLog.subject(refused.id());
            case KillEvent.Released released -> KillLog.subject(released.id());
            case KillEvent.RestGivenUp rest -> rest.run();
        };
        String detail = event instanceof KillEvent.Pressed pressed
                ? pressed.scope().words() + ": " + reason.strip()
                : reason.strip();
        audit.append(
                clock.instant(),
                by,
                action,
                subject,
                detail,
                /* rehearsal= */ false,
                new Append<>(KillLog.STREAM, before.events(), decided),
                changed(before, event));
    }

    private static String stopped(KillState before, String id) {
        return before.find(id).map(kill -> kill.scope().words() + " stopped").orElse("stopped");
    }

    private static Change changed(KillState before, KillEvent event) {
        return switch (event) {
            case KillEvent.Pressed pressed -> new Change("sent", pressed.scope().words() + " stopped");
            case KillEvent.ReleaseAsked ask -> new Change(stopped(before, ask.id()), "stopped, release asked");
            case KillEvent.ReleaseRefused refused ->
                new Change("stopped, release asked", stopped(before, refused.id()));
            case KillEvent.Released released -> new Change(stopped(before, released.id()), "sent again");
            case KillEvent.RestGivenUp _ -> new Change("waiting for a release", "given up");
        };
    }

    private Seen read() {
        changing.lock();
        try {
            List<Told<KillEvent>> past = log.past();
            Seen before = seen;
            KillState state = log.state(past);
            Seen now = new Seen(state, KillLog.records(past), clock.millis());
            seen = now;
            if (before != null && before.state().events() != state.events()) {
                changed.signalAll();
            }
            return now;
        } finally {
            changing.unlock();
        }
    }

    /** A child that hangs on its way out is not waited for without end: it passed the switch before it was pressed. */
    private void awaitLeaving() {
        try {
            if (leaving.writeLock().tryLock(LEAVES_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                leaving.writeLock().unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
