package dev.vesper.adapters.processes;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.basics.Sha256;
import dev.vesper.desk.run.DayInstance;
import dev.vesper.desk.run.InstanceKeys;
import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.client.api.command.ClientException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts and resumes days so that one instance at most ever acts for a run.
 *
 * <p>Three things hold it: the start message carries the run and attempt as its id and the run as its correlation key,
 * so the engine drops a second one; the first task of an instance claims the run in the store, and ends its instance
 * where another has claimed it; and every later job is worked only while its instance is the one that claimed.
 */
final class DayInstances {
    private static final Logger LOG = LoggerFactory.getLogger(DayInstances.class);
    private static final Duration MESSAGE_LIFE = Duration.ofHours(1);

    private final ZeebeClient client;
    private final CommandRetry retry;
    private final InstanceKeys keys;
    private final RunProcesses processes;
    private final Silence silence;
    private final boolean clockPutBack;
    private final Set<RunId> anew = ConcurrentHashMap.newKeySet();

    /**
     * @param processes by which runs go
     * @param silence is told of which runs something is to be heard
     * @param clockPutBack whether the engine's clock shows an earlier time than it did before this program: what it lent
     *     then it holds back for too long
     */
    DayInstances(
            ZeebeClient client,
            CommandRetry retry,
            InstanceKeys keys,
            RunProcesses processes,
            Silence silence,
            boolean clockPutBack) {
        this.client = client;
        this.retry = retry;
        this.keys = keys;
        this.processes = processes;
        this.silence = silence;
        this.clockPutBack = clockPutBack;
    }

    /** Starts the run's instance; doing it twice is doing it once. */
    void start(RunId run) {
        if (keys.find(run).isEmpty()) {
            keys.replace(run, Optional.empty(), DayInstance.first(processes.next()));
        }
        requirePinned(run);
        var instance = keys.find(run).orElseThrow();
        silence.expect(run);
        if (instance.key().isEmpty()) {
            publish(run, instance);
        }
    }

    /**
     * Brings the run on from wherever it stands: starts it where it never was, leaves it where it is alive, and gives it
     * a new instance where the old one is stuck, lost, or held back by a clock that was put back. Stages that are done answer from the store.
     */
    void resume(RunId run) {
        requirePinned(run);
        var stored = keys.find(run);
        if (stored.isPresent() && stored.get().key().isPresent()) {
            var instance = stored.get();
            long key = instance.key().getAsLong();
            boolean heldBack = clockPutBack && anew.add(run);
            if (!heldBack && !instance.stuck() && isAlive(key, instance.attempt())) {
                silence.expect(run);
                return;
            }
            cancel(key); // first: while it lives, the engine holds the next start message back
            keys.replace(run, stored, instance.next());
        }
        start(run);
    }

    /** Gives the run a new instance in any case, which takes up its work where its token was moved. */
    void takeUp(RunId run) {
        requirePinned(run);
        var stored = keys.find(run);
        if (stored.isPresent() && stored.get().key().isPresent()) {
            keys.replace(run, stored, stored.get().next()); // first: from now on the old one works nothing
            cancel(stored.get().key().getAsLong());
        }
        start(run);
    }

    /**
     * Writes the instance beside its run. False where another instance works the run, a later attempt was made, or the run
     * goes by other processes.
     *
     * @param by the sum of the processes that the instance goes by
     */
    boolean claim(RunId run, int attempt, long key, String by) {
        while (true) {
            var stored = keys.find(run);
            if (stored.isPresent() && stored.get().workedBy(key)) {
                return true;
            }
            if (stored.isPresent()
                    && (stored.get().key().isPresent()
                            || stored.get().attempt() != attempt
                            || !stored.get().goesBy(by))) {
                return false;
            }
            if (stored.isEmpty()) {
                processes.keep(by);
            }
            if (keys.replace(
                    run, stored, stored.orElseGet(() -> DayInstance.first(by)).claimedBy(key))) {
                return true;
            }
        }
    }

    /** Whether a job of the given day instance may be worked; one that belongs to no day may not. */
    boolean mayAct(RunId run, OptionalLong dayKey) {
        return dayKey.isPresent()
                && keys.find(run)
                        .map(instance -> instance.workedBy(dayKey.getAsLong()))
                        .orElse(false);
    }

    /**
     * Whatever a run began with, it goes on with: the engine has it afterwards.
     *
     * @return the sum of those processes; that of the next run's where none was kept
     * @throws Problem UNAVAILABLE where they are not there any more
     */
    String requirePinned(RunId run) {
        var pinned = keys.find(run).map(DayInstance::processes).filter(sum -> !sum.isEmpty());
        if (pinned.isEmpty()) {
            return processes.next();
        }
        if (!processes.has(pinned.get())) {
            throw Problem.unavailable("Expected the processes that run " + run + " began with ("
                    + Sha256.shortened(pinned.get()) + "), but others are loaded, and those are not kept;"
                    + " maybe put the files of processes/ back and go on with --resume, or close the run:"
                    + " ./vesper runs abandon " + run);
        }
        return pinned.get();
    }

    /**
     * A job is worked where it is of the processes that its run goes by.
     *
     * @throws Problem UNAVAILABLE where it is of others
     */
    void requireOf(RunId run, String by) {
        if (!keys.find(run).map(instance -> instance.goesBy(by)).orElse(true)) {
            throw Problem.unavailable("Expected the processes that run " + run + " began with ("
                    + Sha256.shortened(requirePinned(run)) + "), but its instance goes by others ("
                    + Sha256.shortened(by) + "); maybe go on with --resume");
        }
    }

    /** What works the run; empty where nothing did yet. */
    Optional<DayInstance> find(RunId run) {
        return keys.find(run);
    }

    /** Nothing more is to be heard of a run that has ended. */
    void ended(RunId run) {
        silence.forget(run);
    }

    /** Ends the instance of a run that is closed. */
    void letGo(RunId run) {
        silence.forget(run);
        keys.find(run).map(DayInstance::key).ifPresent(key -> key.ifPresent(this::cancel));
    }

    /** Remembers that the day will not go on by itself. */
    void stuck(RunId run) {
        silence.forget(run);
        update(run, DayInstance::gotStuck);
    }

    private void update(RunId run, UnaryOperator<DayInstance> change) {
        while (true) {
            var stored = keys.find(run);
            if (stored.isEmpty() || keys.replace(run, stored, change.apply(stored.get()))) {
                return;
            }
        }
    }

    /** Ends an instance; one that is over stays over. */
    void cancel(long key) {
        try {
            retry.send("cancel an instance", () -> client.newCancelInstanceCommand(key));
        } catch (ClientException e) {
            if (!CommandRetry.isGone(e)) {
                throw e;
            }
        }
    }

    /** The client cannot ask; but setting a variable succeeds on a living instance only. */
    private boolean isAlive(long key, int attempt) {
        try {
            retry.send(
                    "find an instance",
                    () -> client.newSetVariablesCommand(key).variables(Map.of(Words.ATTEMPT, attempt)));
            return true;
        } catch (ClientException e) {
            if (CommandRetry.isGone(e)) {
                return false;
            }
            throw e;
        }
    }

    private void publish(RunId run, DayInstance instance) {
        int attempt = instance.attempt();
        try {
            retry.send(
                    "start a day",
                    () -> client.newPublishMessageCommand()
                            .messageName(ProcessNames.inEngine(Words.START_MESSAGE, requirePinned(run)))
                            .correlationKey(run.value())
                            .messageId(run.value() + "#" + attempt)
                            .timeToLive(MESSAGE_LIFE)
                            .variables(Map.of(Words.RUN_ID, run.value(), Words.ATTEMPT, attempt)));
        } catch (ClientException e) {
            if (!CommandRetry.isKnown(e)) {
                throw e;
            }
            LOG.debug("{} attempt {} was started before", run, attempt);
        }
    }
}
