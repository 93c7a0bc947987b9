package dev.vesper.adapters.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.desk.access.Role;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.operations.SignedIn;
import dev.vesper.desk.workbench.ChangeProposal;
import dev.vesper.desk.workbench.Draft;
import dev.vesper.desk.workbench.Finding;
import dev.vesper.desk.workbench.editing.CaseSheet;
import dev.vesper.desk.workbench.editing.EditCases;
import dev.vesper.desk.workbench.editing.EditTables;
import dev.vesper.desk.workbench.editing.NewTable;
import dev.vesper.desk.workbench.editing.RuleTable;
import dev.vesper.desk.workbench.editing.TableEdit;
import dev.vesper.desk.workbench.editing.TableEdit.Kind;
import dev.vesper.testing.Memory;
import dev.vesper.testing.MemoryOperations;
import dev.vesper.testing.MemoryUsers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A table is begun without an engineer, written, agreed to, and judges. */
class NewTableTest {
    private static final InstantSource NOON = () -> Instant.parse("2018-04-11T12:00:00Z");
    private static final String GOOD = "correct horse battery";

    @TempDir
    Path state;

    private final Memory memory = new Memory();
    private EditTables tables;

    @BeforeEach
    void theRulesOfTheProject() {
        memory.rulesOfProject = true;
        MemoryUsers users = memory.users(NOON);
        users.settled("ada", GOOD, Role.ANALYST);
        users.settled("ben", GOOD, Role.RULE_CHECKER);
        users.settled("cleo", GOOD, Role.RISK_OFFICER);
        tables = MemoryOperations.tables(memory, NOON);
    }

    private Operations as(String name, Role role) {
        return MemoryOperations.over(memory, NOON, Optional.empty()).as(SignedIn.whole(name, Set.of(role)));
    }

    static Stream<NewTable> kinds() {
        return NewTables.kinds().stream();
    }

    /** Whatever is limited and asked for: nothing is to be said of it, and it limits nothing. */
    @ParameterizedTest
    @MethodSource("kinds")
    void whatIsBegunHoldsAndLimitsNothing(NewTable kind) {
        RuleTable begun = tables.begin(kind.decision(), "mine", kind.inputs(), "", "", "ada");
        assertEquals(List.of(), begun.findings());
        assertEquals(1, begun.sheet().rows().size());
        assertEquals(
                kind.inputs(), begun.sheet().titles().subList(0, kind.inputs().size()));
        CaseSheet cases = tables.cases().show(begun.line().file(), begun.draft());
        assertEquals("", cases.trouble());
        assertEquals("case", cases.sheet().titles().getFirst());
        assertEquals(List.of(), cases.results());
        List<Finding> found =
                new FolderCheck(state).of(memory.rules(NOON).drafts().files(begun.draft()));
        assertEquals(List.of(), found);
        String text = new String(
                memory.rules(NOON)
                        .drafts()
                        .files(begun.draft())
                        .files()
                        .get(begun.line().file()),
                StandardCharsets.UTF_8);
        for (String input : kind.inputs()) {
            assertTrue(text.contains("<dmndi:DMNShape") && text.contains("name=\"" + input + "\""), text);
        }
    }

    @Test
    void itIsBegunWrittenAgreedToAndJudges() {
        Operations ada = as("ada", Role.ANALYST);
        RuleTable begun =
                ada.ruleTables().begin("Asset class weight", "asset-class-limit", List.of("Asset class"), "", "");
        String file = begun.line().file();
        RuleTable written = ada.ruleTables()
                .save(
                        file,
                        begun.draft(),
                        begun.seen(),
                        List.of(
                                new TableEdit(Kind.ADD_ROW, "+1", "", ""),
                                cell("Asset class", "\"Equity\""),
                                cell("limit", "0.20"),
                                cell("warning", "0.15"),
                                cell("action", "\"cut\""),
                                cell("Why", "Not more than a fifth in shares")),
                        "the board");
        assertEquals(List.of(), written.findings());
        CaseSheet cases = ada.ruleCases().show(file, written.draft());
        List<TableEdit> missing = EditCases.added(cases, ada.ruleCases().missing(file, written.draft()));
        assertTrue(missing.size() > 1, "its new row has no case yet");
        CaseSheet all = ada.ruleCases().save(file, written.draft(), cases.seen(), missing, "");
        assertTrue(all.results().stream().allMatch(one -> one.passed()), all.results()::toString);
        ChangeProposal proposal = ada.drafts().propose(written.draft(), "", false, "decision of the board");
        List<Operations> checkers = List.of(as("ben", Role.RULE_CHECKER), as("cleo", Role.RISK_OFFICER));
        for (Operations checker : checkers.subList(0, proposal.checkers())) {
            checker.drafts().approve(written.draft(), proposal.number(), "", "as decided");
        }
        checkers.getFirst().drafts().activate(written.draft());
        assertEquals(Draft.State.ACTIVATED, ada.drafts().show(written.draft()).state());
        assertTrue(new DroolsRuleBook(memory.rules(NOON).active().files(), RuleTrust.of(state))
                .rules().stream().anyMatch(rule -> rule.file().equals(file)));
        CaseSheet judging = ada.ruleCases().show(file, "");
        assertTrue(
                judging.results().stream()
                        .anyMatch(one ->
                                one.passed() && one.row() == 1 && one.got().contains("cut")),
                judging::toString);
    }

    private static TableEdit cell(String column, String text) {
        return new TableEdit(Kind.CELL, "+1", column, text);
    }

    @Test
    void whatCannotBeBegunIsToldWithWhatCouldBe() {
        assertTrue(refusal("Isuer weight", "mine", "Issuer").contains("maybe \"Issuer weight\""));
        assertTrue(refusal("Issuer weight", "Mine", "Issuer").contains("a name such as issuer-limit"));
        assertTrue(refusal("Issuer weight", "../mine", "Issuer").contains("a name such as issuer-limit"));
        assertTrue(refusal("Issuer weight", "sector-weight", "Issuer").contains("there is one called"));
        assertTrue(refusal("Issuer weight", "no-short", "Issuer").contains("there is one called"));
        assertTrue(refusal("Issuer weight", "mine").contains("at least one input"));
        assertTrue(refusal("Issuer weight", "mine", "Isuer").contains("Issuer"));
        assertTrue(refusal("Issuer weight", "mine", "Issuer", "Issuer").contains("each input once"));
        assertEquals(List.of(), memory.rules(NOON).drafts().all(), "nothing is left of it");
    }

    private String refusal(String decision, String name, String... inputs) {
        List<String> asked = new ArrayList<>(List.of(inputs));
        return String.valueOf(assertThrows(Problem.class, () -> tables.begin(decision, name, asked, "", "", "ada"))
                .getMessage());
    }
}
