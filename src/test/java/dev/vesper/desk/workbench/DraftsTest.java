package dev.vesper.desk.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.run.FileSet;
import dev.vesper.testing.Memory;
import dev.vesper.testing.MemoryHistory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Analysts write drafts; nobody writes over what they have not seen, and everybody who wrote is a maker. */
class DraftsTest {
    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2018-04-11T12:00:00Z"));
    private static final String TABLE = "limits/position-weight.dmn";

    private final Memory memory = new Memory();
    private final MemoryHistory history = new MemoryHistory();
    private final ActiveRules active = new ActiveRules(memory.eventLog, history, memory, NOON);
    private final Drafts drafts = new Drafts(new ChangeLog(memory.eventLog), active, history, memory, NOON);

    @BeforeEach
    void adopt() {
        active.adopt(() -> new FileSet(Map.of(TABLE, bytes("25 %"), "required.txt", bytes(TABLE))));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String text(String id) {
        return new String(RuleNames.bytes(drafts.files(id), TABLE), StandardCharsets.UTF_8);
    }

    private List<AuditAction> audited() {
        return memory.audit.stream().map(AuditLog.Row::action).toList();
    }

    @Test
    void aFolderIsTakenUpOnce() {
        ActiveVersion first = active.standing();
        assertEquals(first, active.adopt(() -> new FileSet(Map.of("required.txt", bytes("other")))));
        assertEquals(List.of(AuditAction.RULES_ADOPTED), audited());
        assertEquals(Map.of("main", first.version().commit()), history.lines);
    }

    @Test
    void aDraftIsWhatIsActiveUntilSomebodyWrites() {
        Draft begun = drafts.begin("Tighter", "Anna");
        assertEquals(active.standing().version(), begun.now());
        assertEquals("25 %", text("D-1"));
        Draft written = drafts.write("D-1", TABLE, bytes("20 %"), begun.now().sha256(), "Anna", "the board");
        assertEquals("20 %", text("D-1"));
        assertEquals(active.standing().version(), written.base());
        assertEquals(List.of(TABLE), written.steps().getLast().files());
        assertEquals(List.of("Anna"), written.makers());
        assertEquals("25 %", new String(RuleNames.bytes(active.files(), TABLE), StandardCharsets.UTF_8));
        assertEquals(written.now().commit(), history.lines.get("drafts/D-1"));
        assertEquals(AuditAction.RULE_DRAFT_WRITTEN, audited().getLast());
    }

    @Test
    void nobodyWritesOverWhatTheyHaveNotSeen() {
        Draft begun = drafts.begin("Tighter", "Anna");
        String seen = begun.now().brief();
        drafts.write("D-1", TABLE, bytes("20 %"), seen, "Anna", "");
        refused(() -> drafts.write("D-1", TABLE, bytes("30 %"), seen, "Bea", ""), "somebody else has written since");
        refused(() -> drafts.write("D-1", TABLE, bytes("30 %"), "", "Bea", ""), "somebody else has written since");
        assertEquals("20 %", text("D-1"));
        assertEquals(AuditAction.RULE_CHANGE_DENIED, audited().getLast());
    }

    @Test
    void whoeverWroteIsAMakerAlsoOfWhatWasTakenBack() {
        Draft begun = drafts.begin("Tighter", "Anna");
        Draft one = drafts.write("D-1", TABLE, bytes("20 %"), begun.now().brief(), "Bea", "");
        Draft two = drafts.write("D-1", TABLE, bytes("15 %"), one.now().brief(), " ANNA ", "");
        Draft back = drafts.undo("D-1", two.now().brief(), "Cara");
        assertEquals("20 %", text("D-1"));
        assertEquals(one.now(), back.now());
        assertEquals(List.of("Anna", "Bea", "Cara"), back.makers());
        drafts.undo("D-1", back.now().brief(), "Cara");
        refused(() -> drafts.undo("D-1", begun.now().brief(), "Cara"), "as it was begun");
    }

    @Test
    void filesAreAddedTakenAwayAndReplacedTogether() {
        Draft draft = drafts.begin("More", "Anna");
        draft = drafts.write(
                "D-1", "limits/thin-names.dmn", bytes("5 %"), draft.now().brief(), "Anna", "");
        draft = drafts.remove("D-1", TABLE, draft.now().brief(), "Anna", "");
        assertFalse(drafts.files("D-1").files().containsKey(TABLE));
        String seen = draft.now().brief();
        assertTrue(assertThrows(Problem.class, () -> drafts.remove("D-1", TABLE, seen, "Anna", ""))
                .unknown());
        draft = drafts.replace("D-1", active.files(), seen, "Anna", "");
        assertEquals(
                List.of("limits/position-weight.dmn", "limits/thin-names.dmn"),
                draft.steps().getLast().files());
        assertEquals(draft.base().sha256(), draft.now().sha256());
    }

    @Test
    void namesThatLeadElsewhereOrLookLikeOthersAreNone() {
        Draft draft = drafts.begin("Odd", "Anna");
        for (String name : List.of(
                "../x.dmn",
                "limits/../../x.dmn",
                "/etc/x.dmn",
                "limits/",
                "limits//x.dmn",
                "limits\\x.dmn",
                "limits/.x.dmn",
                "limits/x..dmn",
                "limits/x",
                "limits/x.sh",
                "limits/x.dmn\n",
                "limits/роsition-weight.dmn",
                "a/b/c/d.dmn",
                "limits/" + "x".repeat(120) + ".dmn",
                "limits/Position-Weight.dmn",
                "")) {
            Problem refused = assertThrows(
                    Problem.class,
                    () -> drafts.write("D-1", name, bytes("x"), draft.now().brief(), "Anna", ""),
                    name);
            assertEquals(Problem.Kind.INPUT, refused.kind(), name);
        }
        assertEquals(1, drafts.find("D-1").steps().size());
    }

    @Test
    void aDiscardedDraftIsOver() {
        Draft begun = drafts.begin("Tighter", "Anna");
        assertEquals(
                Draft.State.DISCARDED,
                drafts.discard("D-1", "Bea", "another way").state());
        assertFalse(history.lines.containsKey("drafts/D-1"));
        refused(() -> drafts.write("D-1", TABLE, bytes("x"), begun.now().brief(), "Anna", ""), "was discarded");
        assertEquals("D-2", drafts.begin("Again", "Anna").id());
        assertEquals(List.of("D-2", "D-1"), drafts.all().stream().map(Draft::id).toList());
    }

    @Test
    void whatIsNoDraftIsSaid() {
        for (String id : List.of("D-1", "D-0", "../active-rules", "", "D-99999999999")) {
            assertTrue(assertThrows(Problem.class, () -> drafts.find(id)).unknown(), id);
        }
    }

    @Test
    void aDraftWhoseFilesSomebodyExchangedIsRefused() {
        Draft begun = drafts.begin("Tighter", "Anna");
        Draft written = drafts.write("D-1", TABLE, bytes("20 %"), begun.now().brief(), "Anna", "");
        history.exchange(written.now().commit(), new FileSet(Map.of(TABLE, bytes("99 %"))));
        assertThrows(Problem.class, () -> drafts.files("D-1"));
        assertThrows(
                Problem.class,
                () -> drafts.write("D-1", TABLE, bytes("15 %"), written.now().brief(), "Anna", ""));
    }

    @Test
    void linesStandWhereTheStoreSaysAfterACrash() {
        Draft begun = drafts.begin("Tighter", "Anna");
        Draft written = drafts.write("D-1", TABLE, bytes("20 %"), begun.now().brief(), "Anna", "");
        drafts.begin("Other", "Anna");
        drafts.discard("D-2", "Anna", "");
        history.lines.put("drafts/D-1", begun.now().commit());
        history.lines.put("drafts/D-2", begun.now().commit());
        drafts.settle();
        assertEquals(written.now().commit(), history.lines.get("drafts/D-1"));
        assertFalse(history.lines.containsKey("drafts/D-2"));
    }

    private static void refused(Runnable act, String why) {
        Problem refused = assertThrows(Problem.class, act::run);
        assertEquals(Problem.Kind.REFUSED, refused.kind());
        assertTrue(String.valueOf(refused.getMessage()).contains(why), refused.getMessage());
    }
}
