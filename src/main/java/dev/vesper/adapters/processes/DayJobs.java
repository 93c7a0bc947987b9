package dev.vesper.adapters.processes;

import dev.vesper.basics.Problem;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The small jobs the workers do themselves: claiming a run, telling its end, passing reminders on. */
final class DayJobs {
    private static final Logger LOG = LoggerFactory.getLogger(DayJobs.class);

    private final DayInstances days;
    private final Admission admission;
    private final TokenMoves moves;
    private final DayListener listener;

    DayJobs(DayInstances days, Admission admission, TokenMoves moves, DayListener listener) {
        this.days = days;
        this.admission = admission;
        this.moves = moves;
        this.listener = listener;
    }

    /** First task of every day: only the instance that claims the run goes on. */
    void beginDay(Job job) {
        long key = job.number(Words.ROOT_KEY).orElseGet(job::instance);
        int attempt = Math.toIntExact(job.number(Words.ATTEMPT).orElse(1));
        var by = job.hasRun() ? ours(job) : Optional.<String>empty();
        if (by.isPresent() && days.claim(job.run(), attempt, key, by.get())) {
            if (!moves.taken(job, attempt, key)) {
                job.complete(Map.of(Words.DAY_KEY, key));
            }
        } else {
            days.cancel(key);
        }
    }

    void endDay(Job job) {
        var run = job.run();
        var key = job.number(Words.DAY_KEY);
        if (ours(job).isEmpty() || !days.mayAct(run, key)) {
            days.cancel(key.orElseGet(job::instance));
            return;
        }
        days.ended(run);
        job.complete(Map.of()); // first: who hears that the day is over may close the engine
        listener.dayEnded(run, job.header(Words.OUTCOME).orElse("done").equals("refused"));
    }

    /** The set of files that its process belongs to; empty where somebody else gave it to the engine. */
    private Optional<String> ours(Job job) {
        try {
            return Optional.of(admission.requireOurs(job));
        } catch (Problem e) {
            LOG.warn("{}", e.getMessage());
            return Optional.empty();
        }
    }

    void remind(Job job) {
        if (ours(job).isEmpty() || !admission.lets(job)) {
            return;
        }
        listener.reminded(job.run(), job.header(Words.ABOUT).orElseGet(job::elementId));
        job.complete(Map.of());
    }
}
