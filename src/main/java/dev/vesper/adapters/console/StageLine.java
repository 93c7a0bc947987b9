package dev.vesper.adapters.console;

import dev.vesper.basics.Numbers;
import dev.vesper.desk.diagram.ComingStage;
import dev.vesper.desk.diagram.TimedStage;
import java.time.Duration;

/**
 * One stage of a run as the pages write it.
 *
 * @param took empty while it is under way
 * @param usual how long it took in the runs before; empty where there are none
 * @param slow whether it took much longer than that
 * @param message what went wrong, or empty
 */
public record StageLine(
        String name,
        String state,
        Tone tone,
        String started,
        String took,
        String usual,
        boolean slow,
        String result,
        String message) {
    /** Against the runs before. */
    public static StageLine of(TimedStage stage) {
        Long took = stage.tookMillis();
        Long usual = stage.usualMillis();
        return new StageLine(
                stage.name().word(),
                Words.word(stage.state()),
                Words.tone(stage.state()),
                Numbers.stamp(stage.startedAt()),
                took == null ? "" : Words.lasted(Duration.ofMillis(took)),
                usual == null ? "" : Words.lasted(Duration.ofMillis(usual)),
                took != null && usual != null && StateLine.isSlow(took, usual),
                stage.result(),
                stage.message());
    }

    /** A stage that has not begun. */
    public static StageLine of(ComingStage stage) {
        Long usual = stage.usualMillis();
        return new StageLine(
                stage.name().word(),
                "to come",
                Tone.QUIET,
                "",
                "",
                usual == null ? "" : Words.lasted(Duration.ofMillis(usual)),
                false,
                "",
                "");
    }
}
