package dev.vesper.adapters.processes;

import dev.vesper.basics.RunId;
import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.client.api.response.ActivatedJob;
import io.grpc.Status;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The jobs this program works on. The engine lends a job for a few seconds only, so that a killed program's jobs are
 * handed out again soon; while the work goes on the loan is renewed. A job that is handed out again all the same (the
 * machine stood still) is not worked twice.
 */
final class JobLeases implements AutoCloseable {
    static final Duration LOAN = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(JobLeases.class);
    /** Under which name the log knows the run that is worked. */
    private static final String RUN = "run";

    private static final Duration RENEWAL = Duration.ofMillis(1_500);
    private static final Duration LONGEST_CLOSE = Duration.ofMillis(500);

    private final ZeebeClient client;
    private final CommandRetry retry;
    private final Silence silence;
    private final DayListener listener;
    private final ConcurrentMap<Long, Job> held = new ConcurrentHashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool(named("vesper-process-"));
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(named("vesper-process-clock-"));

    /** What to do with a job: answer it before returning. */
    interface Work {
        void on(Job job) throws Exception;
    }

    JobLeases(ZeebeClient client, CommandRetry retry, Silence silence, DayListener listener) {
        this.client = client;
        this.retry = retry;
        this.silence = silence;
        this.listener = listener;
    }

    void renewRegularly() {
        every(RENEWAL, this::renew);
    }

    /** Does something now and then until closed; it must be quick. */
    void every(Duration period, Runnable action) {
        var _ = clock.scheduleWithFixedDelay(
                () -> {
                    try {
                        action.run();
                    } catch (RuntimeException e) {
                        LOG.debug("clock", e); // or the schedule would stop
                    }
                },
                period.toMillis(),
                period.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** Works on a job in a thread of its own, unless that is being done already. */
    void take(ActivatedJob activated, Work work) {
        var job = new Job(activated, client, retry);
        if (isClosing() || held.putIfAbsent(job.key(), job) != null) {
            return;
        }
        var run = job.hasRun() ? Optional.of(job.run()) : Optional.<RunId>empty();
        run.ifPresent(silence::taken);
        threads.execute(() -> {
            run.ifPresent(r -> MDC.put(RUN, r.value()));
            var working = run.map(listener::working);
            try {
                LOG.debug("{} is worked", job.type());
                work.on(job);
            } catch (Exception | LinkageError | AssertionError e) {
                if (!isClosing()) {
                    LOG.warn("Job {} of {} was not answered and will come again: {}", job.key(), job.type(), e, e);
                }
            } finally {
                working.ifPresent(DayListener.Working::over);
                MDC.remove(RUN);
                held.remove(job.key());
                run.ifPresent(r -> silence.released(r, job.pause()));
            }
        });
    }

    /** Waits while a job is held; false where waiting is over because we close or the job is gone. */
    boolean pause(Job job, Duration howLong) throws InterruptedException {
        return !closing.await(howLong.toMillis(), TimeUnit.MILLISECONDS) && !job.gone();
    }

    boolean isClosing() {
        return closing.getCount() == 0;
    }

    private void renew() {
        for (var job : held.values()) {
            var _ = client.newUpdateTimeoutCommand(job.key())
                    .timeout(LOAN)
                    .send()
                    .whenComplete((done, failed) -> {
                        // what the client itself throws is made of this when somebody waits for it
                        if (failed != null && Status.fromThrowable(failed).getCode() == Status.Code.NOT_FOUND) {
                            job.setGone();
                        }
                    });
        }
    }

    /**
     * Lets go. Work in progress is not interrupted, because an interrupted thread closes the database file under its
     * hands; it is waited for shortly and then left: the engine hands its job out again next time.
     */
    @Override
    public void close() {
        closing.countDown();
        clock.shutdownNow();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(LONGEST_CLOSE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("left {} jobs unfinished", held.size());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ThreadFactory named(String prefix) {
        var count = new AtomicInteger();
        return task -> {
            var thread = new Thread(task, prefix + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
