package dev.vesper.desk.diagram;

import dev.vesper.desk.approval.Question;
import java.time.Instant;

/**
 * An open question of a run.
 *
 * @param task its id, for example {@code 2018-04-11-001/approve-trades}
 * @param question one line: what is asked and why
 * @param since when it was asked
 */
public record AskedPerson(String task, String question, Instant since) {
    static AskedPerson of(Question question) {
        return new AskedPerson(question.id(), question.question(), question.raisedAt());
    }
}
