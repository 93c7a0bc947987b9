package dev.vesper.adapters.processes;

import java.util.Map;

/** The small jobs the workers do themselves: claiming a run, telling its end, passing reminders on. */
final class DayJobs {
    private final DayInstances days;
    private final DayListener listener;

    DayJobs(DayInstances days, DayListener listener) {
        this.days = days;
        this.listener = listener;
    }

    /** First task of every day: only the instance that claims the run goes on. */
    void beginDay(Job job) {
        long key = job.number(Words.ROOT_KEY).orElseGet(job::instance);
        int attempt = Math.toIntExact(job.number(Words.ATTEMPT).orElse(1));
        if (days.claim(job.run(), attempt, key)) {
            job.complete(Map.of(Words.DAY_KEY, key));
        } else {
            days.cancel(key);
        }
    }

    void endDay(Job job) {
        var run = job.run();
        var key = job.number(Words.DAY_KEY);
        if (days.mayAct(run, key)) {
            job.complete(Map.of()); // first: who hears that the day is over may close the engine
            listener.dayEnded(run, job.header(Words.OUTCOME).orElse("done").equals("refused"));
        } else {
            days.cancel(key.orElseThrow());
        }
    }

    void remind(Job job) {
        listener.reminded(job.run(), job.header(Words.ABOUT).orElseGet(job::elementId));
        job.complete(Map.of());
    }
}
