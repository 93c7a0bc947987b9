package dev.vesper.app.wiring;

import dev.vesper.basics.Problem;
import dev.vesper.desk.schedule.Occasion;
import dev.vesper.desk.schedule.ScheduledDays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The schedule that this process keeps: {@code up} does, no other command. */
public final class ScheduleWiring {
    private static final int LOOKED_AHEAD = 3;

    private final AtomicReference<@Nullable ScheduledDays> kept = new AtomicReference<>();

    /** From now on whoever asks for the schedule is told of this one. */
    public void keep(ScheduledDays days) {
        kept.set(days);
    }

    /** The occasions to come, the nearest first; none where no schedule is kept. */
    List<Occasion> toCome() {
        ScheduledDays days = kept.get();
        return days == null ? List.of() : days.show(LOOKED_AHEAD, 1).next();
    }

    /**
     * The schedule that is kept.
     *
     * @throws Problem of kind UNAVAILABLE where none is
     */
    ScheduledDays get() {
        ScheduledDays days = kept.get();
        if (days == null) {
            throw Problem.unavailable(
                    "Expected a Vesper that keeps a schedule, but none does here; ./vesper up keeps that"
                            + " of its firm (--firm DIR)");
        }
        return days;
    }
}
