package dev.vesper.desk.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StageTimesTest {
    private static final Instant START = Instant.parse("2024-03-28T20:05:00Z");

    @Test
    void aStageThatRunsHasNoTimeYetAndPausesBelongToNobody() {
        StageRecord first = stage(START, START.plusMillis(1_240));
        StageRecord second = stage(START.plusSeconds(60), START.plusSeconds(62));
        StageRecord running = stage(START.plusSeconds(70), null);
        assertEquals(Optional.of(Duration.ofMillis(1_240)), StageTimes.of(first));
        assertEquals(Optional.empty(), StageTimes.of(running));
        assertEquals(Duration.ofMillis(3_240), StageTimes.together(List.of(first, second, running)));
        assertEquals(Duration.ZERO, StageTimes.together(List.of()));
    }

    @Test
    void aClockThatWasPutBackTakesNoTimeFromTheOthers() {
        StageRecord back = stage(START, START.minusSeconds(3_600));
        assertEquals(Optional.of(Duration.ZERO), StageTimes.of(back));
        assertEquals(Duration.ofSeconds(2), StageTimes.together(List.of(back, stage(START, START.plusSeconds(2)))));
    }

    private static StageRecord stage(Instant from, @Nullable Instant to) {
        return new StageRecord(
                new ShownStage("rebalance"), to == null ? StageState.RUNNING : StageState.DONE, from, to, "", "");
    }
}
