package dev.vesper.desk.approval;

import dev.vesper.approvals.Answer;
import dev.vesper.approvals.FourEyesEvent;
import dev.vesper.basics.RunId;
import dev.vesper.desk.event.Append;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The questions asked of people, and their answers. */
public interface TaskStore {
    /** Stores a new open task; one that exists stays as it is. */
    void raise(UserTask task);

    Optional<UserTask> find(String id);

    /**
     * Looks at several things, of this store and of those beside it, at one go: on one connection, and in one transaction where
     * the store has such. Nothing is written meanwhile.
     */
    default <T> T atOneGo(Supplier<T> looks) {
        return looks.get();
    }

    /** Open ones first, then newest first. */
    List<UserTask> recent(int count);

    /**
     * Those that were answered, newest first, at most so many.
     *
     * @param after where the page before ended; null for the first one. Whether that task was open does not matter
     */
    List<UserTask> answered(@Nullable TaskMark after, int most);

    /** Every open one, newest first. */
    List<UserTask> open();

    /** All of a run, by id. */
    List<UserTask> ofRun(RunId run);

    /** The same of several runs; one that asked nothing may be left out. */
    default Map<RunId, List<UserTask>> ofRuns(Collection<RunId> runs) {
        return runs.stream().distinct().collect(Collectors.toMap(Function.identity(), this::ofRun));
    }

    /**
     * Stores the answer, the events it makes and the audit row that vouches for them in one transaction; behind it a row for
     * each order that is {@link #leftOut}.
     *
     * @param shown the task as it was when the answer was decided
     * @return false where the task is already decided, asks in other words by now because rows were agreed to a moment ago, or
     *     the events do not follow the newest of their stream any more because somebody answered another task (nothing is
     *     changed then)
     */
    boolean decide(
            UserTask shown,
            Answer answer,
            String by,
            Instant at,
            String reason,
            boolean rehearsal,
            Append<FourEyesEvent> events);

    /** What the audit says of each order that an answer leaves out, for example {@code 2018-04-11-001-ACC1-IBM: too dear}. */
    static List<String> leftOut(Append<FourEyesEvent> events) {
        return events.events().stream()
                .flatMap(event -> event instanceof FourEyesEvent.LeftOut left
                        ? left.orders().stream().map(order -> order + ": " + left.reason())
                        : Stream.empty())
                .toList();
    }
}
