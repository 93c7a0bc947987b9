package dev.vesper.desk.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The schedule of a firm as it stands.
 *
 * @param firm its folder
 * @param cron when days are due
 * @param zone in which that is told
 * @param rehearsal whether its days are rehearsals
 * @param now the moment at which this is true
 * @param prices the newest date of the firm's prices that is not in the future; null where they cannot be read
 * @param trouble what keeps days from being opened, or why nothing can be told, in a sentence; empty where nothing does
 * @param next what is to come, the nearest first
 * @param last what has been, the newest first
 */
public record KeptSchedule(
        String firm,
        String cron,
        String zone,
        boolean rehearsal,
        Instant now,
        @Nullable LocalDate prices,
        String trouble,
        List<Occasion> next,
        List<Occasion> last) {
    public KeptSchedule {
        next = List.copyOf(next);
        last = List.copyOf(last);
    }
}
