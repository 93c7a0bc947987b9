package dev.vesper.approvals.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vesper.approvals.DataEvent;
import dev.vesper.approvals.FourEyesRefusal;
import dev.vesper.approvals.People;
import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Decision;
import dev.vesper.basics.RefusalKind;
import dev.vesper.data.rows.RowAct;
import dev.vesper.data.rows.RowCell;
import dev.vesper.data.rows.RowChange;
import dev.vesper.orders.slice.RowSum;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** One person asks about a row that was set aside, another one agrees; nobody decides alone, and nothing twice. */
class RowDecisionsTest {
    private static final RowSum FIRST = new RowSum(1, "first");
    private static final RowSum THEN = new RowSum(1, "then");

    private final RowDecisions decisions = new RowDecisions();
    private final List<DataEvent> past = new ArrayList<>(List.of(new DataEvent.Checked(FIRST, FIRST)));

    @Test
    void twoPeopleDecideARow() {
        accepted(ask("olga", correct(3)));
        assertEquals(1, state().waiting().size());
        assertEquals(List.of(), state().decided());
        accepted(agree(1, "ben"));
        assertEquals(THEN, state().check());
        assertEquals(THEN, state().prices());
        assertEquals("ben", state().decided().getFirst().agreed());
        assertEquals("olga", state().decided().getFirst().asked());
        assertEquals(1, state().newest());
    }

    @Test
    void secondPersonMustDifferAlsoWhereTheNameOnlyLooksSo() {
        accepted(ask("olga", correct(3)));
        denied(RowRefusal.SECOND_PERSON_MUST_DIFFER, agree(1, "olga"));
        denied(RowRefusal.SECOND_PERSON_MUST_DIFFER, agree(1, " OLGA "));
        denied(FourEyesRefusal.NAME_MISSING, agree(1, " "));
    }

    @Test
    void onlyDataStewardsAgreeWhereTheFirmNamesThem() {
        accepted(ask("olga", correct(3)));
        People people = new People(new TreeMap<>(Map.of(People.DATA_STEWARDS, List.of("dora"))));
        denied(FourEyesRefusal.GROUP_DIFFERS, new RowCommand.Agree(1, "ben", "", THEN, THEN, people));
        accepted(new RowCommand.Agree(1, "dora", "", THEN, THEN, people));
    }

    @Test
    void aRowIsAskedAboutOnceUntilSomebodySaysNo() {
        accepted(ask("olga", correct(3), release(4)));
        denied(RowRefusal.ALREADY_ASKED, ask("pat", release(4)));
        accepted(new RowCommand.Refuse(1, "olga", "taken back"));
        denied(RowRefusal.NOT_ASKED, agree(1, "ben"));
        accepted(ask("pat", release(4)));
        accepted(agree(2, "ben"));
        denied(RowRefusal.ALREADY_ASKED, ask("pat", release(4)));
        denied(RowRefusal.NOT_ASKED, agree(3, "ben"));
    }

    @Test
    void whatSaysNothingIsNotAsked() {
        denied(RowRefusal.ROWS_UNCLEAR, ask("olga"));
        denied(RowRefusal.ROWS_UNCLEAR, ask("olga", correct(3), release(3)));
        denied(RowRefusal.NOTHING_CHANGED, ask("olga", row(3, RowAct.CORRECT, "-3")));
        denied(RowRefusal.REASON_MISSING, new RowCommand.Ask(List.of(correct(3)), "", "olga", " "));
        accepted(ask("olga", correct(3)));
        denied(RowRefusal.REASON_MISSING, new RowCommand.Refuse(1, "ben", ""));
    }

    @Test
    void nothingIsAskedOfDataThatWasNotChecked() {
        past.clear();
        denied(RowRefusal.NOT_CHECKED, ask("olga", correct(3)));
    }

    @Test
    void aForgedHistoryIsRefused() {
        accepted(ask("olga", correct(3)));
        past.add(new DataEvent.RowsAgreed(1, "olga", "", THEN, THEN));
        assertThrows(BrokenHistory.class, this::state);
        past.removeLast();
        past.add(new DataEvent.RowsAgreed(2, "ben", "", THEN, THEN));
        assertThrows(BrokenHistory.class, this::state);
        past.removeLast();
        past.add(new DataEvent.Checked(THEN, THEN));
        assertThrows(BrokenHistory.class, this::state);
    }

    private RowState state() {
        return decisions.replay(past);
    }

    private void accepted(RowCommand command) {
        switch (decisions.decide(state(), command)) {
            case Decision.Accepted<DataEvent>(List<DataEvent> events) -> past.addAll(events);
            case Decision.Denied<DataEvent>(var refusal) -> throw new AssertionError(refusal.message());
        }
    }

    private void denied(RefusalKind kind, RowCommand command) {
        switch (decisions.decide(state(), command)) {
            case Decision.Accepted<DataEvent> events -> throw new AssertionError(events.toString());
            case Decision.Denied<DataEvent>(var refusal) -> assertEquals(kind, refusal.kind(), refusal.message());
        }
    }

    private static RowCommand ask(String by, RowChange... rows) {
        return new RowCommand.Ask(List.of(rows), "all good", by, "a typing error");
    }

    private static RowCommand agree(int request, String by) {
        return new RowCommand.Agree(request, by, "", THEN, THEN, People.UNKNOWN);
    }

    private static RowChange correct(long line) {
        return row(line, RowAct.CORRECT, "10.2");
    }

    private static RowChange release(long line) {
        return row(line, RowAct.RELEASE, "-3");
    }

    private static RowChange row(long line, RowAct act, String becomes) {
        return new RowChange(
                "prices", "prices.csv", line, 3, "ab12", act, List.of(new RowCell("close", "-3", becomes)));
    }
}
