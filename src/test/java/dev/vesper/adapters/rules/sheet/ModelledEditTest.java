package dev.vesper.adapters.rules.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.adapters.rules.CheckedFile;
import dev.vesper.adapters.rules.KnownFirm;
import dev.vesper.basics.Problem;
import dev.vesper.desk.workbench.sheet.SheetRow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A table goes through a modeller, whatever version of DMN either writes, and loses nothing. */
class ModelledEditTest {
    @TempDir
    Path folder;

    private String ours;

    @BeforeEach
    void aTable() throws IOException {
        ours = Files.readString(Path.of("rules/limits/position-weight.dmn"));
    }

    @ParameterizedTest(name = "DMN {0}")
    @CsvSource({
        "1.2, http://www.omg.org/spec/DMN/20180521/",
        "1.3, https://www.omg.org/spec/DMN/20191111/",
        "1.4, https://www.omg.org/spec/DMN/20211108/",
        "1.5, https://www.omg.org/spec/DMN/20230324/",
        "1.6, https://www.omg.org/spec/DMN/20240513/"
    })
    void everyVersionIsReadAndGoesToAModellerAndBack(String version, String base) throws IOException {
        String written = ours.replace("https://www.omg.org/spec/DMN/20191111/", base)
                .replace("<description>", "<description>See https://www.omg.org/spec/DMN/20240513/MODEL/. ");
        Path file = folder.resolve("rules/limits/position-weight.dmn");
        Files.createDirectories(file.getParent());
        Files.writeString(file, written);
        assertTrue(CheckedFile.of(file, KnownFirm.NONE).holds());
        DmnText text = text(written);
        assertEquals(version, DmnVersion.of(text).word());
        DmnText modelled = DmnVersion.asModellersRead(text);
        assertEquals(
                ours.replace("<description>", "<description>See https://www.omg.org/spec/DMN/20240513/MODEL/. "),
                modelled.text());
        ModelledEdit edit =
                ModelledEdit.of(text.table(), text(modelled.text().replace("<text>0.25</text>", "<text>0.2</text>")));
        assertEquals(
                written.replace("<text>0.25</text>", "<text>0.2</text>"),
                text.table().written(edit.table()).text());
        assertTrue(edit.kept().isEmpty(), edit::toString);
    }

    @Test
    void whatAModellerDropsIsNamedAndStays() {
        String rich = ours.replace(
                        "<annotation name=\"Why\"/>", "<annotation name=\"Why\"/><annotation name=\"Source\"/>")
                .replace(
                        "over many names</text></annotationEntry>",
                        "over many names</text></annotationEntry><annotationEntry><text>Policy 7, section 2</text></annotationEntry>")
                .replace(
                        "<description>",
                        "<extensionElements><own:owner xmlns:own=\"urn:own\">risk</own:owner></extensionElements><description>")
                .replace(
                        "<input id=\"in-asset-class\" label=\"Asset class\">",
                        "<input id=\"in-asset-class\" label=\"Asset class\"><inputValues><text>\"ETF\"</text></inputValues>");
        String dropped = ours.replaceAll("\\s*<annotation name=\"Why\"/>", "")
                .replaceAll("\\s*<annotationEntry>.*</annotationEntry>", "")
                .replace("<rule id=\"row-2\">", "<rule id=\"row-2\"><description>Less</description>")
                .replace("<text>0.25</text>", "<text>0.2</text>");
        ModelledEdit edit = ModelledEdit.of(text(rich).table(), text(dropped));
        assertEquals(
                "[2 annotation, 1 extensionElements, 1 inputValues, 1 owner]",
                edit.kept().toString());
        assertEquals(
                rich.replace("<text>0.25</text>", "<text>0.2</text>")
                        .replace("<rule id=\"row-2\">", "<rule id=\"row-2\">\n        <description>Less</description>"),
                text(rich).table().written(edit.table()).text());
    }

    @Test
    void rowsWithoutIdsAreKnownWhenTheyComeBackInAnotherPlace() {
        String nameless = ours.replace("<rule id=\"row-1\">", "<!-- funds --><rule>")
                .replace("<rule id=\"row-2\">", "<!-- the rest --><rule id='table'>")
                .replace("id=\"table\"", "id=\"row-at-nowhere\"")
                .replace(
                        "</decisionTable>",
                        "<rule id='table'><inputEntry><text>-</text></inputEntry></rule></decisionTable>");
        DmnText text = text(nameless);
        String modelled = DmnVersion.asModellersRead(text).text();
        List<String> ids =
                text(modelled).table().sheet().rows().stream().map(SheetRow::id).toList();
        assertEquals(3, Set.copyOf(ids).size(), "each row has an id of its own: " + ids);
        int one = modelled.indexOf("<rule");
        int two = modelled.indexOf("<rule", one + 1);
        int end = modelled.lastIndexOf("<rule");
        String turned = modelled.substring(0, one)
                + modelled.substring(two, end)
                + modelled.substring(one, two).replace("0.40", "0.35")
                + modelled.substring(end);
        String written = text.table()
                .written(ModelledEdit.of(text.table(), text(turned)).table())
                .text();
        int first = nameless.indexOf("<!-- funds -->");
        int second = nameless.indexOf("<!-- the rest -->");
        int third = nameless.lastIndexOf("<rule");
        assertEquals(
                nameless.substring(0, first).stripTrailing()
                        + "\n      " + nameless.substring(second, third).stripTrailing()
                        + "\n      "
                        + nameless.substring(first, second)
                                .replace("0.40", "0.35")
                                .stripTrailing()
                        + nameless.substring(third),
                written.replaceAll("</rule>\\s+<rule id='table'><inputEntry>", "</rule><rule id='table'><inputEntry>"));
        ModelledEdit unchanged = ModelledEdit.of(text.table(), text(modelled));
        assertEquals(nameless, text.table().written(unchanged.table()).text());
    }

    @Test
    void whatIsNoEditOfTheTableIsToldAndLeftOut() {
        String changed = ours.replace("label=\"Strategy\"", "label=\"Plan\"")
                .replace(
                        "<inputExpression id=\"in-strategy-expression\" typeRef=\"string\">",
                        "<inputExpression id=\"in-strategy-expression\" typeRef=\"number\">")
                .replace(
                        "<input id=\"in-asset-class\" label=\"Asset class\">",
                        "<input id=\"in-asset-class\" label=\"Asset class\"><inputValues><text>\"ETF\"</text></inputValues>")
                .replace("  <decision id", "  <knowledgeSource id=\"law\" name=\"Law\"/>\n  <decision id");
        ModelledEdit edit = ModelledEdit.of(text(ours).table(), text(changed));
        assertEquals(
                "[the values of Asset class: nothing became \"ETF\", the label of Strategy: Strategy became Plan,"
                        + " the type of Strategy: string became number, 1 knowledgeSource more]",
                edit.left().toString());
        assertEquals(ours, text(ours).table().written(edit.table()).text());
    }

    @Test
    void anInputThatAsksForNothingIsRefused() {
        String changed = ours.replace(
                        "<output id=\"out-limit\"",
                        "<input id=\"I\"><inputExpression typeRef=\"string\"><text/></inputExpression></input>"
                                + "<output id=\"out-limit\"")
                .replace("<outputEntry id=\"row-1-limit\"", "<inputEntry/><outputEntry id=\"row-1-limit\"")
                .replace("<outputEntry id=\"row-2-limit\"", "<inputEntry/><outputEntry id=\"row-2-limit\"");
        ModelledEdit edit = ModelledEdit.of(text(ours).table(), text(changed));
        assertTrue(assertThrows(Problem.class, () -> text(ours).table().written(edit.table()))
                .getMessage()
                .contains("its expression is empty"));
    }

    @Test
    void aFileOfDmn11IsReadAndNotTranslated() {
        String old = ours.replace(
                        "https://www.omg.org/spec/DMN/20191111/MODEL/", "http://www.omg.org/spec/DMN/20151101/dmn.xsd")
                .replace("typeRef=\"string\"", "typeRef=\"feel:string\"");
        DmnText text = text(old);
        assertEquals(2, text.table().sheet().rows().size());
        assertEquals(old, text.table().written(text.table().sheet()).text());
        assertTrue(assertThrows(Problem.class, () -> DmnVersion.asModellersRead(text))
                .getMessage()
                .contains("it is 1.1"));
    }

    private static DmnText text(String text) {
        return DmnText.of("t.dmn", text.getBytes(StandardCharsets.UTF_8));
    }
}
