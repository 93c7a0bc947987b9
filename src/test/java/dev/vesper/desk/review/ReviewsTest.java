package dev.vesper.desk.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.approvals.Answer;
import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Problem;
import dev.vesper.desk.approval.Question;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.testing.Memory;
import dev.vesper.testing.SmallFirm;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Findings in, questions out. */
class ReviewsTest {
    private static final Instant EVENING = Instant.parse("2018-04-11T20:00:00Z");

    private final Memory memory = new Memory();
    private final Firm firm = SmallFirm.firm();
    private final Reviews reviews = new Reviews(memory.eventLog, memory, _ -> firm, () -> EVENING);
    private final ReviewQuestions questions = new ReviewQuestions(() -> reviews);
    private final RunRecord run = memory.open(SmallFirm.DATE, firm.folder().toString(), 42, false, EVENING);

    private static Finding finding(String subject, String money) {
        BigDecimal amount = new BigDecimal(money);
        return new Finding(subject, subject + " differs by " + amount.intValue(), amount);
    }

    private long told(Finding... found) {
        return reviews.tell(run, ReviewSource.VENUE_FILE, "LIT", List.of(found));
    }

    private List<String> asked() {
        return questions.newest(100).stream()
                .map(one -> one.id() + " " + one.word())
                .toList();
    }

    @Test
    void whatIsFoundIsAskedOnceUntilItIsGone() {
        assertEquals(2, told(finding("E1", "1"), finding("E2", "2")));
        assertEquals(2, told(finding("E1", "1.00"), finding("E2", "2")), "the same once more");
        assertEquals(1, memory.eventLog.read(Reviews.STREAM).size());
        assertEquals(1, told(finding("E2", "2")));
        assertEquals(List.of("E-2/review-execution open", "E-1/review-execution ended"), asked());
        assertEquals(2, told(finding("E1", "1"), finding("E2", "2")), "it is there again");
        assertEquals(List.of("E-2/review-execution open", "E-1/review-execution open"), asked());
    }

    @Test
    void anotherVenueOrSourceClearsNothing() {
        told(finding("E1", "1"));
        reviews.tell(run, ReviewSource.VENUE_FILE, "DARK", List.of());
        reviews.tell(run, ReviewSource.COSTS, "", List.of(finding("E1", "1")));
        assertEquals(List.of("E-2/review-execution open", "E-1/review-execution open"), asked());
    }

    @Test
    void anAnswerHoldsForTheFiguresItWasGivenTo() {
        told(finding("E1", "1"));
        Question open = questions.find("E-1/review-execution").orElseThrow();
        Question answered = questions.answer(open, Answer.REJECT, "carol", "LIT corrects it", "");
        assertEquals("reject", answered.word());
        assertEquals("carol", answered.decidedBy());
        assertEquals("LIT corrects it", answered.reason());
        assertEquals(0, told(finding("E1", "1")), "nobody is asked again");
        assertEquals(1, told(finding("E1", "3")), "with other figures somebody is");
        assertTrue(
                questions.find("E-1/review-execution").orElseThrow().question().contains("differs by 3"));
        told();
        assertEquals(List.of("E-1/review-execution ended"), asked());
    }

    @Test
    void whatIsDeniedSaysWhy() {
        told(finding("E1", "1"));
        refused("there is no E-9", "E-9", "carol", "why");
        refused("no reason is said", "E-1", "carol", " ");
        reviews.look("E-1", Answer.APPROVE, "carol", "a late fill");
        refused("carol said approve to E-1: a late fill", "E-1", "ben", "me too");
        told();
        refused("is not found any more", "E-1", "carol", "why");
        assertEquals(
                4,
                memory.rows().stream()
                        .filter(row -> row.action() == AuditAction.DECISION_DENIED)
                        .count());
    }

    private void refused(String why, String id, String by, String reason) {
        Problem problem =
                assertThrows(Problem.class, () -> reviews.look(id, Answer.APPROVE, by, reason), "to be refused");
        assertTrue(String.valueOf(problem.getMessage()).contains(why), problem.getMessage());
    }

    @Test
    void aRehearsalIsAskedAboutAsOne() {
        RunRecord rehearsal = memory.open(SmallFirm.DATE, firm.folder().toString(), 42, true, EVENING);
        assertEquals(1, reviews.tell(rehearsal, ReviewSource.VENUE_FILE, "", List.of(finding("E1", "1"))));
        assertTrue(questions.rehearsal(questions.find("E-1/review-execution").orElseThrow()));
        assertTrue(memory.rows().getLast().rehearsal());
    }

    @Test
    void aForgedAnswerIsNotRead() {
        ReviewRules rules = new ReviewRules();
        assertThrows(
                BrokenHistory.class,
                () -> rules.apply(rules.initial(), new ReviewEvent.Looked("E-1", Answer.APPROVE, "mallory", "fine")));
    }
}
