package dev.vesper.desk.schedule;

import dev.vesper.basics.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The occasions of a schedule as moments. People name one by its local time, for example {@code 2026-11-30T18:30}; where a
 * clock is put back and an hour comes twice, the first one is meant.
 *
 * @param cron when days are due
 * @param zone in which that is told
 */
record Occasions(Cron cron, ZoneId zone) {
    /** A longer text is no date and time. */
    private static final int LONGEST = 40;

    /** The occasions of an expression; empty where it says more than is understood here. */
    static Optional<Occasions> of(String cron, ZoneId zone) {
        return Cron.of(cron).map(read -> new Occasions(read, zone));
    }

    /** The newest one that is not after a moment. */
    Optional<Instant> lastUntil(Instant moment) {
        return cron.lastUntil(local(moment)).map(this::instant);
    }

    /** Up to so many after a moment, in order. */
    List<Instant> after(Instant moment, int most) {
        List<Instant> found = new ArrayList<>();
        Optional<LocalDateTime> next = cron.nextAfter(local(moment));
        while (next.isPresent() && found.size() < most) {
            found.add(instant(next.get()));
            next = cron.nextAfter(next.get());
        }
        return found;
    }

    /** Up to so many until a moment, the newest first. */
    List<Instant> until(Instant moment, int most) {
        List<Instant> found = new ArrayList<>();
        Optional<LocalDateTime> last = cron.lastUntil(local(moment));
        while (last.isPresent() && found.size() < most) {
            found.add(instant(last.get()));
            last = cron.lastUntil(last.get().minusSeconds(1));
        }
        return found;
    }

    /** The first ones of a day, up to so many, in order. */
    List<Instant> on(LocalDate date, int most) {
        List<Instant> found = new ArrayList<>();
        Optional<LocalDateTime> next = cron.nextAfter(date.atStartOfDay().minusSeconds(1));
        while (next.isPresent() && next.get().toLocalDate().equals(date) && found.size() < most) {
            found.add(instant(next.get()));
            next = cron.nextAfter(next.get());
        }
        return found;
    }

    /** As people name it. */
    static String text(Instant due, ZoneId zone) {
        return due.atZone(zone).toLocalDateTime().toString();
    }

    /**
     * The occasion of a name; a date alone will do where it has one occasion.
     *
     * @throws Problem of kind INPUT where it is none
     */
    Instant find(String name) {
        String text = name.strip().replace(' ', 'T');
        try {
            if (text.length() <= LONGEST && text.indexOf('T') < 0) {
                return only(LocalDate.parse(text));
            }
            if (text.length() <= LONGEST) {
                LocalDateTime moment = LocalDateTime.parse(text);
                Instant due = instant(moment);
                if (moment.equals(moment.truncatedTo(ChronoUnit.SECONDS))
                        && lastUntil(due).filter(due::equals).isPresent()) {
                    return due;
                }
                throw none(name, moment);
            }
        } catch (DateTimeException e) { // not written as one, or at the end of time
            text = "";
        }
        throw Problem.usage("Expected an occasion of the schedule such as 2026-11-30T18:30, but got \""
                + (text.isEmpty() || text.length() > LONGEST ? shortened(name) : text) + "\"");
    }

    private Instant only(LocalDate date) {
        LocalDateTime before = date.atStartOfDay().minusSeconds(1);
        LocalDateTime first = cron.nextAfter(before)
                .filter(found -> found.toLocalDate().equals(date))
                .orElseThrow(() -> none(date.toString(), before));
        cron.nextAfter(first)
                .filter(second -> second.toLocalDate().equals(date))
                .ifPresent(second -> {
                    throw Problem.usage("Expected one occasion of the schedule, but " + date + " has several; maybe "
                            + first + " or " + second + " is meant");
                });
        return instant(first);
    }

    private Problem none(String name, LocalDateTime near) {
        return Problem.usage("Expected an occasion of the schedule, but " + shortened(name) + " is none"
                + cron.nextAfter(near)
                        .map(next -> "; the next one after it is " + next)
                        .orElse(""));
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST) + "...";
    }

    private LocalDateTime local(Instant moment) {
        return LocalDateTime.ofInstant(moment, zone);
    }

    private Instant instant(LocalDateTime local) {
        return local.atZone(zone).toInstant();
    }
}
