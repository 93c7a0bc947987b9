package dev.vesper.desk.review;

import dev.vesper.approvals.Answer;
import dev.vesper.basics.RunId;
import dev.vesper.books.BookId;
import org.jspecify.annotations.Nullable;

/**
 * One thing to look at, and where it stands.
 *
 * @param id {@code E-3}
 * @param book whose people answer
 * @param finding as it was told last
 * @param told number of the event that told it as it is, from 0
 * @param cleared whether its source does not find it any more
 * @param answer null while nobody has looked at it as it is
 * @param looked number of the event that answered it; -1 where none did
 */
record Review(
        String id,
        RunId run,
        ReviewSource source,
        String part,
        BookId book,
        Finding finding,
        int told,
        boolean cleared,
        @Nullable Answer answer,
        String by,
        String reason,
        int looked) {
    static Review found(String id, ReviewEvent.Told told, Finding finding, int event) {
        return new Review(
                id,
                new RunId(told.run()),
                told.source(),
                told.part(),
                BookId.of(told.book()),
                finding,
                event,
                /* cleared= */ false,
                null,
                "",
                "",
                /* looked= */ -1);
    }

    /** Whether a source that tells now tells of this one, too. */
    boolean of(ReviewEvent.Told told) {
        return run.value().equals(told.run()) && source == told.source() && part.equals(told.part());
    }

    /** Told once more: with other words, or after it was gone, it is asked anew. */
    Review again(Finding now, int event) {
        return !cleared && finding.same(now)
                ? this
                : new Review(id, run, source, part, book, now, event, false, null, "", "", /* looked= */ -1);
    }

    Review gone() {
        return new Review(id, run, source, part, book, finding, told, true, answer, by, reason, looked);
    }

    Review answered(ReviewEvent.Looked said, int event) {
        return new Review(
                id, run, source, part, book, finding, told, cleared, said.answer(), said.by(), said.reason(), event);
    }
}
