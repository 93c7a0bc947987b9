package dev.vesper.adapters.rules.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.adapters.rules.CheckedFile;
import dev.vesper.adapters.rules.KnownFirm;
import dev.vesper.basics.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
