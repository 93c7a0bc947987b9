package dev.vesper.adapters.console;

import dev.vesper.basics.Numbers;
import dev.vesper.desk.run.StageRecord;
import dev.vesper.desk.run.StageTimes;

/**
 * One stage of a run as the pages write it.
 *
 * @param took empty while it is under way
 * @param message what went wrong, or empty
 */
public record StageLine(
        String name, String state, Tone tone, String started, String took, String result, String message) {
    public static StageLine of(StageRecord stage) {
        return new StageLine(
                stage.name().word(),
                Words.word(stage.state()),
                Words.tone(stage.state()),
                Numbers.stamp(stage.startedAt()),
                StageTimes.of(stage).map(Words::lasted).orElse(""),
                stage.result(),
                stage.message());
    }
}
