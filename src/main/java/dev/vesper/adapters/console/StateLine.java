package dev.vesper.adapters.console;

import dev.vesper.basics.Numbers;
import dev.vesper.desk.diagram.AskedPerson;
import dev.vesper.desk.diagram.ComingStage;
import dev.vesper.desk.diagram.RunState;
import dev.vesper.desk.diagram.TimedStage;
import dev.vesper.desk.run.StageState;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where one run stands, as the pages write it.
 *
 * @param now the elements that it is at, by name; empty where it has ended
 * @param done how many stages are done
 * @param of how many there are in all; 0 where nobody knows
 * @param took how long the stages worked so far, for example {@code 12 s}; empty where none is done
 * @param usual how long the same stages usually take, for example {@code usually 10 s}; empty where no run was done before
 * @param left how long what is left usually takes; empty where nothing is left, or nobody knows
 * @param next what comes next, by name; empty where it has ended
 * @param asked whose answer it waits for
 * @param incidents what keeps it from going on
 */
public record StateLine(
        RunLine run,
        String now,
        int done,
        int of,
        String took,
        String usual,
        boolean slow,
        String left,
        String next,
        List<AskedLine> asked,
        List<IncidentLine> incidents) {
    /** So much longer than usual is worth a colour. */
    private static final double SLOW = 1.5;

    /** Below this many milliseconds nothing is called slow. */
    private static final long NOTICED = 2_000;

    /**
     * An open question of a run.
     *
     * @param href where it is answered
     */
    public record AskedLine(String question, String since, String href) {
        static AskedLine of(AskedPerson asked) {
            return new AskedLine(asked.question(), Numbers.stamp(asked.since()), TaskLine.href(asked.task()));
        }
    }

    public static StateLine of(RunState state) {
        List<TimedStage> done = state.stages().stream()
                .filter(stage -> stage.state() == StageState.DONE && stage.tookMillis() != null)
                .toList();
        long took = done.stream().mapToLong(stage -> millis(stage.tookMillis())).sum();
        long usual =
                done.stream().mapToLong(stage -> millis(stage.usualMillis())).sum();
        boolean compared = !done.isEmpty() && done.stream().allMatch(stage -> stage.usualMillis() != null);
        return new StateLine(
                RunLine.of(state.run()),
                now(state),
                (int) state.stages().stream()
                        .filter(stage -> stage.state() == StageState.DONE)
                        .count(),
                state.drawn() || state.run().status().ended()
                        ? state.stages().size() + state.coming().size()
                        : 0,
                done.isEmpty() ? "" : Words.lasted(Duration.ofMillis(took)),
                compared ? "usually " + Words.lasted(Duration.ofMillis(usual)) : "",
                compared && isSlow(took, usual),
                left(state),
                String.join(", ", state.next()),
                state.asked().stream().map(AskedLine::of).toList(),
                state.incidents().stream().map(IncidentLine::of).toList());
    }

    /** As the diagram says it; without one, the stage. */
    private static String now(RunState state) {
        return state.drawn() || state.run().status().ended()
                ? String.join(", ", state.now())
                : state.stages().stream()
                        .filter(stage -> stage.state() == StageState.RUNNING || stage.state() == StageState.FAILED)
                        .map(stage -> stage.name().word())
                        .collect(Collectors.joining(", "));
    }

    static boolean isSlow(long took, long usual) {
        return took > NOTICED && took > usual * SLOW;
    }

    private static String left(RunState state) {
        List<Long> usual = Stream.concat(
                        state.stages().stream()
                                .filter(stage -> stage.state() == StageState.RUNNING)
                                .map(TimedStage::usualMillis),
                        state.coming().stream().map(ComingStage::usualMillis))
                .toList();
        if (state.run().status().ended() || usual.isEmpty() || usual.stream().anyMatch(Objects::isNull)) {
            return "";
        }
        return Words.lasted(
                Duration.ofMillis(usual.stream().mapToLong(Long::longValue).sum()));
    }

    private static long millis(@Nullable Long millis) {
        return millis == null ? 0 : millis;
    }
}
