package dev.vesper.desk.operations;

import dev.vesper.desk.access.Permission;
import dev.vesper.desk.practice.ClockFace;
import dev.vesper.desk.practice.PracticeClock;

/** The clock, for one caller. */
record ClockTopic(Guard guard, PracticeClock clock) implements Clock {
    @Override
    public ClockFace show() {
        return clock.face();
    }

    @Override
    public ClockFace forward(String to) {
        return clock.forward(to, guard.named(Permission.WORK_RUNS, "put the clock forward", () -> true));
    }
}
