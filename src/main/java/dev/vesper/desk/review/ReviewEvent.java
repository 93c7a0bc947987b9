package dev.vesper.desk.review;

import dev.vesper.approvals.Answer;
import java.util.List;

/** What happened to what should be looked at. */
public sealed interface ReviewEvent {
    /**
     * A source told all that it finds in a run now: what it found before and does not any more is cleared.
     *
     * @param part of the source, for example the venue whose file it was; empty for all of it
     * @param book whose people answer, for example {@code real:/firms/small}
     */
    record Told(String run, ReviewSource source, String part, String book, List<Finding> found) implements ReviewEvent {
        public Told {
            found = List.copyOf(found);
        }
    }

    /**
     * Somebody looked at one.
     *
     * @param id {@code E-3}
     * @param answer yes where it is explained, no where something is to be mended
     */
    record Looked(String id, Answer answer, String by, String reason) implements ReviewEvent {}
}
