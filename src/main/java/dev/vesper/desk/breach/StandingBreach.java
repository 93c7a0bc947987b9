package dev.vesper.desk.breach;

import dev.vesper.limits.Breach;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One breach as its events tell.
 *
 * @param id {@code P-3}
 * @param over as it was seen last
 * @param run that saw it last
 * @param opened the date of the first day that began with it
 * @param seen the date of the last one
 * @param cured the date of the first day that began without it; empty where it stands
 * @param owner who looks after it; empty where nobody does
 * @param plan what is to be done; empty where nobody said
 */
record StandingBreach(
        String id,
        String book,
        BreachEvent.Over over,
        String run,
        LocalDate opened,
        LocalDate seen,
        Optional<LocalDate> cured,
        String owner,
        String plan) {
    boolean stands() {
        return cured.isEmpty();
    }

    boolean is(String otherBook, BreachEvent.Over other) {
        return stands() && book.equals(otherBook) && over.key().equals(other.key());
    }

    /** What orders made once stays made by them until it is cured. */
    StandingBreach still(BreachEvent.Seen day, BreachEvent.Over now) {
        BreachEvent.Over seenNow = over.cause() == Breach.Cause.ACTIVE ? now.because(Breach.Cause.ACTIVE) : now;
        return new StandingBreach(id, book, seenNow, day.run(), opened, day.date(), cured, owner, plan);
    }

    StandingBreach curedOn(LocalDate date) {
        return new StandingBreach(id, book, over, run, opened, seen, Optional.of(date), owner, plan);
    }

    StandingBreach takenBy(String who, String what) {
        return new StandingBreach(id, book, over, run, opened, seen, cured, who, what);
    }
}
