package dev.vesper.desk.venues;

import org.jspecify.annotations.Nullable;

/**
 * A venue, and its session where there is one: only while a run works orders.
 *
 * @param kind what sort of book it is, for example {@code lit}
 * @param session null where no run works orders there
 * @param asked other sequence numbers that wait for a second person; null where none do
 */
public record VenueRecord(
        String venue,
        String kind,
        @Nullable VenueSession session,
        @Nullable AskedNumbers asked) {
    /**
     * Other numbers that somebody asked for.
     *
     * @param task the question that another person answers
     * @param words for example {@code next sender 17, next target 12}
     */
    public record AskedNumbers(String task, String words, String by, String reason) {}
}
