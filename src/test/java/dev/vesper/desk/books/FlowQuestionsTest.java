package dev.vesper.desk.books;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.approvals.Answer;
import dev.vesper.basics.Problem;
import dev.vesper.books.BookId;
import dev.vesper.books.flow.FlowWords;
import dev.vesper.desk.approval.Question;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.books.FlowEvent.Recorded;
import dev.vesper.desk.event.Append;
import dev.vesper.testing.FlowStory;
import dev.vesper.testing.TwoPeople;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the books ask people stands among their tasks, and is answered there. */
class FlowQuestionsTest {
    private final FlowStory story = new FlowStory(false, "100000").opened();

    private FlowWords deposit(String id, String amount) {
        return FlowStory.words(
                "id", id, "kind", "deposit", "date", "2026-07-01", "account", "A", "amount", amount, "currency", "USD");
    }

    private List<String> asked() {
        return story.questions.newest(100).stream()
                .map(one -> one.id() + " " + one.word())
                .toList();
    }

    @Test
    void aFlowThatAPersonAsksForIsAskedOnceOfAnother() {
        story.flows.record(story.book, deposit("D-9", "900000"), "alice");
        story.flows.record(story.book, deposit("D-1", "5"), "alice");
        assertEquals(List.of("D-9/approve-flow open"), asked(), "a small one is no question");
        Question open = story.questions.newest(1).getFirst();
        assertEquals(FlowStory.NOON, open.raisedAt());
        assertTrue(open.question().contains("alice put it forward"), open.question());
        story.answer("D-9", Answer.APPROVE, "bob", "");
        assertEquals(List.of("D-9/approve-flow approve"), asked());
        assertEquals(
                "bob", story.questions.find("D-9/approve-flow").orElseThrow().decidedBy());
        Problem again = assertThrows(Problem.class, () -> story.answer("D-9", Answer.REJECT, "carol", ""));
        assertEquals(Problem.Kind.REFUSED, again.kind());
    }

    @Test
    void aLineOfTheFileIsPutForwardAndThenAgreedTo() {
        story.file.add(deposit("D-9", "900000"));
        assertThrows(Problem.class, () -> story.opens("2026-07-02"));
        assertEquals(List.of("D-9/propose-flow open"), asked());
        story.answer("D-9", Answer.APPROVE, "alice", "");
        assertEquals(List.of("D-9/approve-flow open", "D-9/propose-flow approve"), asked());
        Problem twice = assertThrows(
                Problem.class,
                () -> story.questions.answer(
                        story.questions.find("D-9/propose-flow").orElseThrow(), Answer.APPROVE, "bob", "", ""));
        assertEquals(Problem.Kind.REFUSED, twice.kind(), "who meant to put it forward does not agree to it unawares");
        assertEquals(List.of("D-9/approve-flow open", "D-9/propose-flow approve"), asked());
        story.answer("D-9", Answer.REJECT, "bob", "not ours");
        Question no = story.questions.find("D-9/approve-flow").orElseThrow();
        assertEquals(Answer.REJECT, no.decision());
        assertEquals("not ours", no.reason());
        story.opens("2026-07-02");
        assertEquals(2, story.entries().size());
    }

    @Test
    void theMakersNoEndsALineOfTheFile() {
        story.file.add(deposit("D-9", "900000"));
        assertThrows(Problem.class, () -> story.opens("2026-07-02"));
        assertEquals(
                FlowState.REJECTED,
                story.answer("D-9", Answer.REJECT, "alice", "").state());
        assertEquals(List.of("D-9/propose-flow reject"), asked());
        story.opens("2026-07-02");
    }

    @Test
    void flowsOfOneIdInTwoFirmsAreNeverMistaken() {
        story.flows.record(story.book, deposit("D-9", "900000"), "alice");
        BookId other = new BookId("/firms/other", false);
        Map<String, String> words = deposit("D-9", "123456").all();
        story.memory.append(
                FlowStory.NOON,
                "eve",
                AuditAction.FLOW_RECORDED,
                "flow/D-9",
                "",
                false,
                new Append<>(
                        FlowLog.stream(other),
                        0,
                        List.of(new Recorded("D-9", words, "eve", true, FlowRecord.sum(words)))));
        story.memory.append(
                FlowStory.NOON,
                "eve",
                AuditAction.FLOW_PROPOSED,
                "flow/D-9",
                "",
                false,
                new Append<>(FlowLog.approval(other, "D-9"), 0, List.of(TwoPeople.proposed("eve"))));
        List<Question> both = story.questions.newest(100);
        assertEquals(2, both.size());
        assertNotEquals(both.get(0).id(), both.get(1).id());
        Problem which = assertThrows(Problem.class, () -> story.questions.find("D-9/approve-flow"));
        both.forEach(one -> assertTrue(which.getMessage().contains(one.id()), which.getMessage()));
        Question ours = both.stream()
                .filter(one -> one.question().contains("900000"))
                .findFirst()
                .orElseThrow();
        story.questions.answer(ours, Answer.APPROVE, "bob", "", "");
        assertEquals(FlowState.BOOKED, story.flows.all(story.book).getFirst().state());
    }

    @Test
    void aRehearsalAsksNobody() {
        FlowStory rehearsed = new FlowStory(true, "100000").opened();
        rehearsed.flows.record(rehearsed.book, deposit("D-9", "900000"), "alice");
        assertEquals(List.of(), rehearsed.questions.newest(100));
        assertEquals(List.of(), story.questions.find("D-9/other").stream().toList());
    }
}
