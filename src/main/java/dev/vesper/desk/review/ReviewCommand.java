package dev.vesper.desk.review;

import dev.vesper.approvals.Answer;

/** What is asked of what should be looked at. */
sealed interface ReviewCommand {
    /** A source tells what it finds. */
    record Tell(ReviewEvent.Told told) implements ReviewCommand {}

    /** Somebody says what they saw. */
    record Look(String id, Answer answer, String by, String reason) implements ReviewCommand {}
}
