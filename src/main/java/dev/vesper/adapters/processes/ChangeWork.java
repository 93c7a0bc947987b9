package dev.vesper.adapters.processes;

import dev.vesper.basics.Problem;
import dev.vesper.desk.run.ProcessVariable;
import dev.vesper.desk.workbench.ProposalWay;
import dev.vesper.desk.workbench.ProposalWay.Proposed;
import dev.vesper.desk.workbench.ProposalWay.Step;
import io.camunda.zeebe.client.ZeebeClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hands of {@code change-rules.bpmn}. The engine says what comes next; what is so, and what may be done, is asked of the
 * events at each step. A proposal has an instance as long as it is on its way: where the engine lost it, or somebody ended it,
 * it is given another.
 */
final class ChangeWork {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeWork.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /** An instance that is there keeps the engine from starting another, so asking again costs nothing but a message. */
    private static final Duration AGAIN = Duration.ofSeconds(30);

    private final ProposalWay way;
    private final ZeebeClient client;
    private final CommandRetry retry;
    private final DeployedProcesses deployed;
    private final JobLeases jobs;
    private final LongConsumer cancel;
    private final LongSupplier nanos;
    private final Map<String, Long> begun = new HashMap<>();

    /** @param cancel ends an instance */
    ChangeWork(
            ProposalWay way,
            ZeebeClient client,
            CommandRetry retry,
            DeployedProcesses deployed,
            JobLeases jobs,
            LongConsumer cancel,
            LongSupplier nanos) {
        this.way = way;
        this.client = client;
        this.retry = retry;
        this.deployed = deployed;
        this.jobs = jobs;
        this.cancel = cancel;
        this.nanos = nanos;
    }

    /** Gives each proposal on its way an instance; of one that has an instance already the engine starts no other. */
    synchronized void begin() {
        long now = nanos.getAsLong();
        var open = way.open();
        begun.keySet().retainAll(open.stream().map(Proposed::key).toList());
        for (var proposed : open) {
            var last = begun.get(proposed.key());
            if (last == null || now - last > AGAIN.toNanos()) {
                retry.send(
                        "start a change of the rules",
                        () -> client.newPublishMessageCommand()
                                .messageName(Words.CHANGE_MESSAGE)
                                .correlationKey(proposed.key())
                                .timeToLive(Duration.ZERO)
                                .variables(Map.of(
                                        Words.DRAFT,
                                        proposed.draft(),
                                        Words.PROPOSAL,
                                        proposed.number(),
                                        Words.UNTIL,
                                        way.until(proposed).toString())));
                begun.put(proposed.key(), now);
            }
        }
    }

    /** Holds the user task until people answered. */
    void check(Job job) throws InterruptedException {
        if (!ours(job)) {
            return;
        }
        await(job, way::checked);
    }

    /** Whatever rang: people have as long as the events say. */
    void expire(Job job) throws InterruptedException {
        if (ours(job)) {
            await(job, way::expired);
        }
    }

    private void await(Job job, Function<Proposed, Optional<Step>> asked) throws InterruptedException {
        var proposed = proposed(job);
        do {
            var step = asked.apply(proposed);
            if (step.isPresent()) {
                Map<String, Object> told = new LinkedHashMap<>(told(step.get()));
                told.put(Words.FROM, way.from(proposed).toString());
                job.complete(told);
                return;
            }
        } while (jobs.pause(job, PAUSE));
    }

    /** Whatever the engine says: the events are asked whether people agreed, and whether it is time. */
    void activate(Job job) throws InterruptedException {
        if (!ours(job)) {
            return;
        }
        var proposed = proposed(job);
        while (!way.due(proposed)) {
            if (!jobs.pause(job, PAUSE)) {
                return;
            }
        }
        try {
            job.complete(told(way.activate(proposed)));
        } catch (Problem unavailable) {
            LOG.warn("{} was not activated: {}", proposed.key(), unavailable.getMessage());
            job.fail(Math.max(1, job.retries()), String.valueOf(unavailable.getMessage()));
        }
    }

    private static Map<String, Object> told(Step step) {
        return Map.of(ProposalWay.CHANGE.name(), ProcessVariable.written(step));
    }

    private static Proposed proposed(Job job) {
        return new Proposed(
                job.text(Words.DRAFT),
                Math.toIntExact(job.number(Words.PROPOSAL).orElse(0)));
    }

    /** What another file of that name left, or somebody else gave the engine, is ended: the proposal gets an instance of ours. */
    private boolean ours(Job job) {
        if (deployed.setOf(job.definition()).filter(ProcessFiles.CHANGE::equals).isPresent()) {
            return true;
        }
        LOG.warn("A job {} of another version of {}: its instance is ended", job.type(), job.process());
        cancel.accept(job.instance());
        synchronized (this) {
            begun.remove(proposed(job).key());
        }
        return false;
    }
}
