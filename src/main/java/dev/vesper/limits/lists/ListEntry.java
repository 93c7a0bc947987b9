package dev.vesper.limits.lists;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * One entry of a list.
 *
 * @param name a symbol, an issuer, a country or a sector, as the list says
 * @param owner who answers for it
 * @param reason why it is there, in words
 * @param from the first day on which it holds; empty for as long as one looks back
 * @param until the last; empty where it does not expire
 */
public record ListEntry(String name, String owner, String reason, Optional<LocalDate> from, Optional<LocalDate> until) {
    /** Days before the last one within which an entry is told. */
    public static final int SOON_DAYS = 30;

    /** How an entry stands on a day. */
    public enum State {
        NOT_YET,
        HOLDS,
        EXPIRES_SOON,
        EXPIRED
    }

    public State on(LocalDate day) {
        if (until.isPresent() && day.isAfter(until.get())) {
            return State.EXPIRED;
        }
        if (from.isPresent() && day.isBefore(from.get())) {
            return State.NOT_YET;
        }
        return until.isPresent() && ChronoUnit.DAYS.between(day, until.get()) < SOON_DAYS
                ? State.EXPIRES_SOON
                : State.HOLDS;
    }

    /** Whether it counts on a day. */
    public boolean holds(LocalDate day) {
        State state = on(day);
        return state == State.HOLDS || state == State.EXPIRES_SOON;
    }

    /** {@code merger talks (legal, until 2018-06-30)}. */
    public String because() {
        return reason + " (" + owner + until.map(day -> ", until " + day).orElse("") + ")";
    }
}
