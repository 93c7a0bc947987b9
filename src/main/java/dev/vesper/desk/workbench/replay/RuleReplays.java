package dev.vesper.desk.workbench.replay;

import dev.vesper.basics.Problem;
import dev.vesper.basics.Sha256;
import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Replays that somebody asked for, worked one after the other or side by side while others ask how far they are. The newest are
 * kept as long as the process lives; the same question about the same days is the same replay. May serve threads.
 */
public final class RuleReplays {
    private static final int KEPT = 8;
    private static final int AT_ONCE = 2;
    private static final int DIGITS = 12;

    private final Supplier<RuleReplay> replays;
    private final RunStore runs;
    private final Predicate<RunRecord> judged;
    private final Executor workers;
    private final Map<String, Asked> asked = new LinkedHashMap<>();

    /**
     * None asked for yet.
     *
     * @param replays asked for once for each replay, in its thread
     * @param judged whether the rules have judged a run
     */
    public RuleReplays(Supplier<RuleReplay> replays, RunStore runs, Predicate<RunRecord> judged, Executor workers) {
        this.replays = replays;
        this.runs = runs;
        this.judged = judged;
        this.workers = workers;
    }

    /** Where a replay is. */
    public enum State {
        /** Days are still judged. */
        RUNNING,
        /** All is said. */
        DONE,
        /** The draft does not hold, or something broke; the sentence says what. */
        FAILED
    }

    /**
     * A replay as it is now.
     *
     * @param days that are done, in their order
     * @param of how many there are
     * @param said why it failed; empty where it did not
     */
    public record Status(String id, State state, List<ReplayedRun> days, int of, String said) {
        public Status {
            days = List.copyOf(days);
        }

        /** All differences found so far. */
        public List<Difference> differences() {
            return days.stream().flatMap(day -> day.differences().stream()).toList();
        }
    }

    /**
     * Begins a replay, unless it was begun already.
     *
     * @param draft the whole state of the rules that would judge
     * @param last how many of the newest days
     * @throws Problem of kind INPUT where no day was judged, UNAVAILABLE where too many are at work
     */
    public Status begin(FileSet draft, int last) {
        List<RunRecord> days = ReplayDays.of(runs, judged, last, Optional.empty(), Optional.empty());
        if (days.isEmpty()) {
            throw Problem.usage("Expected a day that was judged, but there is none");
        }
        String id = Sha256.of(draft.sha256()
                        + days.stream().map(day -> " " + day.id()).collect(Collectors.joining()))
                .substring(0, DIGITS);
        Asked one;
        synchronized (asked) {
            Asked before = asked.get(id);
            if (before != null && before.status.state() != State.FAILED) {
                return before.status;
            }
            if (asked.values().stream()
                            .filter(other -> other.status.state() == State.RUNNING)
                            .count()
                    >= AT_ONCE) {
                throw Problem.unavailable(
                        "Expected at most " + AT_ONCE + " replays at once, but so many are at work; try again soon");
            }
            one = new Asked(new Status(id, State.RUNNING, List.of(), days.size(), ""));
            asked.remove(id);
            asked.put(id, one);
            while (asked.size() > KEPT) {
                asked.remove(asked.keySet().iterator().next());
            }
        }
        workers.execute(() -> one.work(replays, draft, days));
        return one.status;
    }

    /**
     * A replay that was begun.
     *
     * @throws Problem of kind INPUT where none of that id is known any more
     */
    public Status find(String id) {
        synchronized (asked) {
            @Nullable Asked one = asked.get(id);
            if (one == null) {
                throw Problem.usage("Expected a replay that was begun, but " + Problem.shortened(id)
                        + " is none; the newest " + KEPT + " are kept until Vesper ends: begin it again");
            }
            return one.status;
        }
    }

    private static final class Asked {
        volatile Status status;

        Asked(Status status) {
            this.status = status;
        }

        void work(Supplier<RuleReplay> replays, FileSet draft, List<RunRecord> days) {
            String id = status.id();
            try {
                List<ReplayedRun> done = replays.get()
                        .of(
                                draft,
                                days,
                                RuleReplay.Heard.NOBODY,
                                sofar -> status = new Status(id, State.RUNNING, sofar, days.size(), ""));
                status = new Status(id, State.DONE, done, days.size(), "");
            } catch (Problem refused) {
                status = new Status(id, State.FAILED, List.of(), days.size(), String.valueOf(refused.getMessage()));
            } catch (RuntimeException | Error broken) {
                status = new Status(id, State.FAILED, List.of(), days.size(), "This is our fault: " + broken);
                throw broken;
            }
        }
    }
}
