package dev.vesper.desk.workbench.editing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.desk.workbench.editing.TableEdit.Kind;
import dev.vesper.desk.workbench.sheet.SheetColumn;
import dev.vesper.testing.Memory;
import dev.vesper.testing.MemoryOperations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables go to a modeller and come back into drafts. */
class EditModelsTest {
    private static final String TABLE = "limits/position-weight.dmn";
    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    private final Memory memory = new Memory();
    private final EditTables tables = MemoryOperations.tables(memory, () -> NOON);
    private final EditModels models = tables.models();
    private final RuleModel shown = models.show(TABLE, "");

    private static String tightened(String xml) {
        return xml.replace("<text>0.25</text>", "<text>0.2</text>");
    }

    @Test
    void whatAModellerChangedIsTriedByCellAndByCase() {
        TriedModel same = models.tried(TABLE, "", shown.xml());
        assertEquals(List.of(), same.changes());
        assertTrue(same.tried().results().stream().allMatch(CaseResult::passed));
        TriedModel tried = models.tried(TABLE, "", tightened(shown.xml()));
        assertEquals(
                List.of("row 2, column limit: 0.25 became 0.2"),
                tried.changes().stream().map(TableChange::sentence).toList());
        assertTrue(tried.tried().results().stream().anyMatch(result -> !result.passed()));
        TriedModel broken = models.tried(TABLE, "", shown.xml().replace("<text>0.25</text>", "<text>25</text>"));
        TableFinding finding = broken.tried().findings().getFirst();
        assertEquals("2 limit", finding.row() + " " + finding.column());
        assertEquals("limit", broken.titles().get(2));
    }

    @Test
    void whatAModellerChangedGoesIntoADraftAndNobodyWritesOverWhatTheyHaveNotSeen() {
        SavedModel saved = models.save(TABLE, "", shown.seen(), tightened(shown.xml()), "Riskier", "ada");
        assertEquals("D-1", saved.table().draft());
        assertEquals("0.2", saved.table().sheet().rows().getLast().cells().get(2));
        RuleModel now = models.show(TABLE, "D-1");
        assertEquals(tightened(shown.xml()), now.xml());
        tables.save(TABLE, "D-1", now.seen(), List.of(new TableEdit(Kind.CELL, "row-2", "warning", "0.1")), "", "ben");
        Problem late = assertThrows(Problem.class, () -> models.save(TABLE, "D-1", now.seen(), shown.xml(), "", "ada"));
        assertEquals(Problem.Kind.REFUSED, late.kind());
        assertEquals(
                "0.1",
                tables.show(TABLE, "D-1").sheet().rows().getLast().cells().get(3));
        assertThrows(
                Problem.class,
                () -> models.save(TABLE, "", shown.seen(), shown.xml(), "", "ada"),
                "a save that changes nothing begins no draft");
    }

    @Test
    void aFurtherInputComesWithWhatTheDiagramNeeds() {
        assertTrue(shown.inputs().stream().allMatch(input -> input.kind() == SheetColumn.Kind.INPUT));
        RuleModel more = models.withInput(TABLE, "", tightened(shown.xml()), "Sector");
        for (String part :
                List.of("<inputData id=\"sector\"", "href=\"#sector\"", "dmnElementRef=\"sector\"", ">0.2<")) {
            assertTrue(more.xml().contains(part), part);
        }
        assertTrue(more.inputs().stream().noneMatch(input -> input.name().equals("Sector")));
        SavedModel saved = models.save(TABLE, "", shown.seen(), more.xml(), "", "ada");
        assertEquals("column Sector was added", saved.changes().getFirst().sentence());
        assertTrue(saved.table().findings().isEmpty(), saved.table()::toString);
        assertTrue(assertThrows(Problem.class, () -> models.withInput(TABLE, "", more.xml(), "Sectr"))
                .getMessage()
                .contains("Expected one of the inputs"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <definitions                     | <!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]><definitions | document type
            <definitions                     | <!DOCTYPE d [<!ENTITY e "eeeeeeee">]><definitions                  | document type
            <inputData id="strategy"         | <import namespace="n" importType="t"/><inputData id="strategy"     | <import>
            <inputData id="strategy"         | <businessKnowledgeModel id="b" name="b"/><inputData id="strategy"  | <businessKnowledgeModel>
            <inputEntry id="row-1-strategy"> | <inputEntry id="row-1-strategy" expressionLanguage="juel">         | juel
            <text>0.25</text>                | <text>function(x) external { java: { class: "a" } }</text>         | code
            hitPolicy="FIRST"                | hitPolicy="COLLECT"                                                | hitPolicy
            hitPolicy="FIRST"                | hitPolicy="ANY"                                                    | hit policy
            name="Position weight"           | name="Sector weight"                                               | Position weight
            name="limit"                     | name="most"                                                        | limit
            </rule>                          | </rul>                                                             | XML
            """)
    void whatIsMoreThanATableOrAnotherIsRefused(String part, String with, String said) {
        String hostile = shown.xml().replace(part, with);
        Problem tried = assertThrows(Problem.class, () -> models.tried(TABLE, "", hostile));
        assertTrue(String.valueOf(tried.getMessage()).contains(said), tried::getMessage);
        assertThrows(Problem.class, () -> models.save(TABLE, "", shown.seen(), hostile, "", "ada"));
    }

    @Test
    void aLargeTableStaysInTheGrid() {
        List<TableEdit> edits = new ArrayList<>();
        for (int r = 1; r <= EditModels.MOST_ROWS; r++) {
            edits.add(new TableEdit(Kind.ADD_ROW, "+" + r, "", "row-1"));
        }
        RuleTable large = tables.save(TABLE, "", shown.seen(), edits, "", "ada");
        assertTrue(assertThrows(Problem.class, () -> models.show(TABLE, large.draft()))
                .getMessage()
                .contains("the grid and a spreadsheet take them"));
    }
}
