package dev.vesper.adapters.rules.sheet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.adapters.rules.CheckedFile;
import dev.vesper.adapters.rules.KnownFirm;
import dev.vesper.basics.Problem;
import dev.vesper.desk.workbench.sheet.Columns;
import dev.vesper.desk.workbench.sheet.SheetColumn;
import dev.vesper.desk.workbench.sheet.SheetRow;
import dev.vesper.desk.workbench.sheet.TableSheet;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is edited in a sheet changes in its file, and nothing else of it does. */
class DmnSheetTest {
    private static final Path POSITION_WEIGHT = Path.of("rules/limits/position-weight.dmn");

    private static final String ODD = """
            <?xml version='1.0'?>
            <!-- a limit -->
            <d:definitions xmlns:d="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:own='urn:own' id='x' name="x" namespace="urn:x">
              <d:extensionElements><own:note a='1' b="2">kept &amp; <![CDATA[<kept>]]></own:note></d:extensionElements>
              <d:decision name='Odd &lt;one>' id="odd" own:colour="red">
                <d:decisionTable hitPolicy="COLLECT" aggregation="MIN">
                  <d:input label="Side"><d:inputExpression typeRef="string"><d:text>Side</d:text></d:inputExpression>
                    <d:inputValues><d:text>"buy", "sell"</d:text></d:inputValues></d:input>
                  <d:output/>
                  <d:annotation name="Why"/><d:annotation name="Source"/>
                  <!-- the first row -->
                  <d:rule><d:description>told</d:description><d:inputEntry><d:text><![CDATA["buy" & more]]></d:text></d:inputEntry><d:outputEntry own:x="1"><d:text>1</d:text></d:outputEntry></d:rule>
                  <!-- the second -->
                  <d:rule id="two"><d:inputEntry><d:text/></d:inputEntry><d:outputEntry ><d:text>&#50;</d:text></d:outputEntry>
                    <d:annotationEntry><d:text>a
            line</d:text></d:annotationEntry>
                  </d:rule>
                </d:decisionTable>
              </d:decision>
            </d:definitions>
            """;

    @TempDir
    Path folder;

    static Stream<Path> files() throws IOException {
        Path kit = Path.of(System.getProperty("vesper.shared", "../shared"), "data/reference/dmn_tck");
        List<Path> files = new ArrayList<>();
        for (Path root : List.of(Path.of("rules"), kit)) {
            if (Files.isDirectory(root)) {
                try (Stream<Path> found = Files.walk(root)) {
                    found.filter(f -> f.toString().endsWith(".dmn")).sorted().forEach(files::add);
                }
            }
        }
        return files.stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void readAndWrittenWithoutAnEditItIsTheSameFile(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        for (DmnSheet table : DmnText.of("t.dmn", bytes).tables()) {
            assertArrayEquals(bytes, table.written(table.sheet()).bytes());
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void anEditedCellChangesItsTextAlone(Path file) throws IOException {
        DmnText dmn = DmnText.of("t.dmn", Files.readAllBytes(file));
        for (int t = 0; t < dmn.tables().size(); t++) {
            TableSheet sheet = dmn.tables().get(t).sheet();
            for (int r = 0; r < sheet.rows().size(); r++) {
                for (int c = 0; c < sheet.columns().size(); c++) {
                    TableSheet edited = sheet.withCell(r, c, "< 7 & \"x\"");
                    DmnText written = dmn.tables().get(t).written(edited);
                    assertEquals(edited, written.tables().get(t).sheet());
                    assertTrue("&lt; 7 &amp; \"x\"".contains(differing(dmn.text(), written.text())));
                    assertFalse(differing(written.text(), dmn.text()).contains("<"));
                }
            }
        }
    }

    /** What stands in the second between what the two begin and end with alike. */
    private static String differing(String one, String other) {
        int from = 0;
        while (one.charAt(from) == other.charAt(from)) {
            from++;
        }
        int to = other.length();
        int end = one.length();
        while (to > from && end > from && one.charAt(end - 1) == other.charAt(to - 1)) {
            to--;
            end--;
        }
        return other.substring(from, to);
    }

    @Test
    void aSheetSaysWhatTheFileHolds() {
        TableSheet sheet = text(ODD).table().sheet();
        assertEquals("Odd <one>", sheet.decision());
        assertEquals("COLLECT MIN", sheet.hitPolicy());
        assertEquals(List.of("Side", "output", "Why", "Source", "description"), sheet.titles());
        assertEquals(
                new SheetColumn(SheetColumn.Kind.INPUT, "Side", "Side", "string", "\"buy\", \"sell\""),
                sheet.columns().getFirst());
        assertEquals(
                List.of(
                        new SheetRow("#1", List.of("\"buy\" & more", "1", "", "", "told")),
                        new SheetRow("two", List.of("", "2", "a\nline", "", ""))),
                sheet.rows());
    }

    @Test
    void oddlyWrittenCellsStayAsTheyAreAroundTheEdit() {
        DmnSheet odd = text(ODD).table();
        TableSheet edited = odd.sheet()
                .withCell(0, 0, "\"sell\" & less")
                .withCell(0, 3, "page 7")
                .withCell(1, 0, "\"buy\"")
                .withCell(1, 4, "said");
        DmnText written = odd.written(edited);
        assertEquals(edited, written.table().sheet());
        assertEquals(
                ODD.replace("\"buy\" & more", "\"sell\" & less")
                        .replace(
                                "<d:text>1</d:text></d:outputEntry>",
                                "<d:text>1</d:text></d:outputEntry><d:annotationEntry><d:text></d:text></d:annotationEntry>"
                                        + "<d:annotationEntry><d:text>page 7</d:text></d:annotationEntry>")
                        .replace("<d:rule id=\"two\">", "<d:rule id=\"two\"><d:description>said</d:description>")
                        .replace("<d:text/>", "<d:text>\"buy\"</d:text>"),
                written.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void encodingMarkAndLineEndsStay(String charset) throws IOException {
        String text = "\uFEFF" + Files.readString(POSITION_WEIGHT).replace("\n", "\r\n");
        byte[] bytes = text.getBytes(Charset.forName(charset));
        DmnSheet table = DmnText.of("t.dmn", bytes).table();
        byte[] written =
                table.written(table.sheet().withCell(0, 0, "one\ntwo €")).bytes();
        assertArrayEquals(
                text.replaceFirst("<text>\"Fund\", \"ETF\"</text>", "<text>one\r\ntwo €</text>")
                        .getBytes(Charset.forName(charset)),
                written);
    }

    @Test
    void rowsMoveWithTheirComments() {
        DmnSheet odd = text(ODD).table();
        TableSheet turned = odd.sheet().withRows(odd.sheet().rows().reversed());
        String written = odd.written(turned).text();
        assertTrue(written.indexOf("<!-- the second -->") < written.indexOf("<!-- the first row -->"), written);
        assertEquals(ODD.length(), written.length());
        DmnSheet again = text(written).table();
        // the row without an id is known by its place, which is now the second
        assertEquals("two", again.sheet().rows().getFirst().id());
        assertEquals(
                List.of("two", "#2"),
                again.sheet().rows().stream().map(SheetRow::id).toList());
    }

    @Test
    void aNewRowLooksLikeTheOneBeforeIt() throws IOException {
        DmnSheet table = text(Files.readString(POSITION_WEIGHT)).table();
        List<SheetRow> rows = new ArrayList<>(table.sheet().rows());
        rows.add(1, new SheetRow("", List.of("\"Equity\"", "\"core\"", "0.1", "0.08", "\"cut\"", "Small <again>")));
        String written = table.written(table.sheet().withRows(rows)).text();
        assertTrue(written.contains("""
                      </rule>
                      <rule id="row-3">
                        <inputEntry id="row-3-asset-class"><text>"Equity"</text></inputEntry>
                        <inputEntry id="row-3-strategy"><text>"core"</text></inputEntry>
                        <outputEntry id="row-3-limit"><text>0.1</text></outputEntry>
                        <outputEntry id="row-3-warning"><text>0.08</text></outputEntry>
                        <outputEntry id="row-3-action"><text>"cut"</text></outputEntry>
                        <annotationEntry><text>Small &lt;again></text></annotationEntry>
                      </rule>
                      <rule id="row-2">
                """), written);
        rows.remove(1);
        assertEquals(
                table.file().text(),
                text(written).table().written(table.sheet().withRows(rows)).text());
    }

    @Test
    void anAddedInputBringsAllThatTheDiagramNeeds() throws IOException {
        DmnSheet table = text(Files.readString(POSITION_WEIGHT)).table();
        DmnText written = table.written(Columns.added(table.sheet(), SheetColumn.input("Account value", "number")));
        Path file = folder.resolve("rules/limits/position-weight.dmn");
        Files.createDirectories(file.getParent());
        Files.write(file, written.bytes());
        assertEquals("a limit", CheckedFile.of(file, KnownFirm.NONE).what());
        for (String part : List.of(
                "<inputData id=\"account-value\" name=\"Account value\">",
                "<requiredInput href=\"#account-value\"/>",
                "<input id=\"in-account-value\" label=\"Account value\">",
                "dmnElementRef=\"account-value\"",
                "dmnElementRef=\"needs-account-value\"")) {
            assertEquals(2, written.text().split(Pattern.quote(part), -1).length, part);
        }
        TableSheet with = written.table().sheet();
        assertEquals("Account value", with.titles().get(2));
        assertTrue(with.rows().stream().allMatch(row -> row.cells().get(2).equals("-")));
        TableSheet without = table.sheet();
        String removed = written.table().written(without).text();
        assertFalse(removed.contains("in-account-value"));
        assertEquals(without, text(removed).table().sheet());
    }

    @Test
    void whatIsDeclaredAlreadyIsNotDeclaredAgain() throws IOException {
        DmnSheet table = text(Files.readString(Path.of("rules/limits/order-notional.dmn")))
                .table();
        String written = table.written(Columns.added(table.sheet(), SheetColumn.input("Account value", "number")))
                .text();
        assertEquals(2, written.split("<inputData id=\"account-value\"", -1).length);
        assertEquals(2, written.split("href=\"#account-value\"", -1).length);
        assertTrue(written.contains("<input id=\"in-account-value\""));
    }

    @Test
    void anInputOfAnOddlyWrittenFileFitsIn() {
        DmnSheet odd = text(ODD).table();
        SheetColumn column = new SheetColumn(SheetColumn.Kind.INPUT, "Rating", "", "string", "\"A\", \"B\"");
        TableSheet with = Columns.added(odd.sheet(), column);
        TableSheet read = odd.written(with).table().sheet();
        assertEquals(with.titles(), read.titles());
        assertEquals("\"A\", \"B\"", read.columns().get(1).allowed());
        assertEquals(with.rows(), read.rows());
    }

    @Test
    void anotherTableIsNoEditOfThisOne() throws IOException {
        DmnSheet table = text(Files.readString(POSITION_WEIGHT)).table();
        TableSheet other = text(ODD).table().sheet();
        assertTrue(refused(table, other).contains("Expected the table \"Position weight\""));
        List<SheetColumn> turned = new ArrayList<>(table.sheet().columns());
        turned.add(0, turned.remove(1));
        assertTrue(
                refused(table, table.sheet().with(turned, table.sheet().rows())).contains("in this order"));
        List<SheetRow> twice = new ArrayList<>(table.sheet().rows());
        twice.add(twice.getFirst());
        assertTrue(refused(table, table.sheet().withRows(twice)).contains("is there twice"));
    }

    @Test
    void aDocumentTypeOrAnotherFileIsRefused() {
        for (String hostile : List.of(
                "<!DOCTYPE definitions [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>" + ODD.substring(22),
                ODD.replace("</d:definitions>", ""),
                "<html/>",
                "",
                "<x>".repeat(5000))) {
            assertThrows(Problem.class, () -> text(hostile).tables());
        }
    }

    private static String refused(DmnSheet table, TableSheet sheet) {
        return String.valueOf(
                assertThrows(Problem.class, () -> table.written(sheet)).getMessage());
    }

    private static DmnText text(String text) {
        return DmnText.of("t.dmn", text.getBytes(StandardCharsets.UTF_8));
    }
}
