package dev.vesper.adapters.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.workbench.Finding;
import dev.vesper.limits.measure.Measures;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Tables beside one another: rows whose verdict another table always overrules. */
class AcrossTablesTest {
    private static final FileSet DELIVERED = RulesFolder.read(Path.of("rules"));
    private static final String WEIGHT = "limits/position-weight.dmn";
    private static final String OTHER = "limits/weight-of-the-board.dmn";

    private final Map<String, byte[]> files = new TreeMap<>(DELIVERED.files());

    private static String text(String path) {
        return new String(DELIVERED.files().getOrDefault(path, new byte[0]), StandardCharsets.UTF_8);
    }

    /** A second table of position weight, whose rows are the delivered ones with other cells. */
    private void beside(String... changes) {
        String text = text(WEIGHT);
        for (int c = 0; c < changes.length; c += 2) {
            assertTrue(text.contains(changes[c]), changes[c]);
            text = text.replace(changes[c], changes[c + 1]);
        }
        files.put(OTHER, text.getBytes(StandardCharsets.UTF_8));
    }

    private List<Finding> all() {
        FileSet set = new FileSet(files);
        return AcrossTables.of(
                RuleFile.all(set, RuleKind.LIMIT).stream()
                        .map(file -> DmnLimitTable.compile(new Findings(file), Measures.ALL, KnownFirm.ANY))
                        .toList(),
                RuleFile.all(set, RuleKind.COMPLIANCE_TABLE).stream()
                        .map(file -> DmnComplianceTable.compile(new Findings(file), KnownFirm.ANY))
                        .toList());
    }

    private List<String> told() {
        return all().stream()
                .map(f -> f.severity() + " " + f.file() + " " + f.row() + " " + f.code())
                .toList();
    }

    @Test
    void aRowNeverDecidesWhereAnotherTableAlwaysAllowsLess() {
        beside(">0.25<", ">0.1<", ">0.20<", ">0.1<");
        List<Finding> found = all();
        assertEquals(List.of("WARNING " + WEIGHT + " 2 never-decides"), told().subList(0, 1), found::toString);
        Finding row = found.getFirst();
        assertEquals(
                "Expected a row that decides something, but " + OTHER + ", row 2, says 0.1 wherever this one says 0.25,"
                        + " for example Asset class \"Bond\", Strategy \"Other\"; maybe one of the two can go",
                row.sentence());
        assertEquals("\"Bond\"", row.example().get("Asset class"));
        assertEquals("WARNING " + OTHER + " 1 never-decides", told().getLast(), "the same in both is told of one");
    }

    @Test
    void anExemptionThatAnotherTableTakesAwayIsTold() {
        beside(">0.40<", ">null<", ">0.30<", ">null<", ">0.25<", ">0.99<");
        assertEquals(List.of("WARNING " + OTHER + " 1 no-exemption", "WARNING " + OTHER + " 2 never-decides"), told());
    }

    @Test
    void aWarningOfItsOwnAndALooserActionAreOfUse() {
        beside(">0.25<", ">0.1<", ">0.20<", ">0.1<", ">0.40<", ">0.1<", ">0.30<", ">0.1<", "\"cut\"", "\"warn\"");
        assertEquals(List.of(), told());
        beside(">0.40<", ">0.5<", ">0.30<", ">0.05<", ">0.25<", ">0.5<", ">0.20<", ">0.05<");
        assertEquals(List.of(), told());
    }

    @Test
    void aPositionIsNeverMoreThanItsSector() {
        String sectors = text(WEIGHT)
                .replace("Asset class", "Sector")
                .replace("\"Fund\", \"ETF\"", "\"Energy\"")
                .replace(">0.40<", ">0.7<")
                .replace(">0.30<", ">0.6<");
        files.put(OTHER, sectors.getBytes(StandardCharsets.UTF_8));
        List<String> rows = all().stream()
                .filter(f -> f.file().equals(OTHER) && f.sentence().contains("sector-weight"))
                .map(f -> f.row() + " " + f.sentence())
                .toList();
        assertEquals(1, rows.size(), "of no sector the sectors' table says nothing: " + rows);
        assertEquals(
                "1 Expected a row that decides something, but limits/sector-weight.dmn, row 1, says 0.60 wherever this"
                        + " one says 0.7, for example Sector \"Energy\", Strategy \"Other\"; maybe one of the two can go",
                rows.getFirst());
    }

    /** Of two minimums the higher one decides. */
    @Test
    void aMinimumBelowAnotherNeverDecides() {
        files.put("limits/cash.dmn", minimum("0.02").getBytes(StandardCharsets.UTF_8));
        files.put("limits/cash-of-the-board.dmn", minimum("0.05").getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of("WARNING limits/cash.dmn 1 never-decides"), told());
        files.put("limits/cash.dmn", minimum("0.06").getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of("WARNING limits/cash-of-the-board.dmn 1 never-decides"), told());
    }

    @Test
    void aMinimumAboveWhatAnotherTableAllowsCannotBeKept() {
        files.put("limits/cash-floor.dmn", minimum("0.3").getBytes(StandardCharsets.UTF_8));
        files.put(
                "limits/cash-cap.dmn",
                minimum("0.2").replace("Minimum cash share", "Cash share").getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of("WARNING limits/cash-floor.dmn 1 contradiction"), told());
        String said = all().getFirst().sentence();
        assertTrue(
                said.contains("limits/cash-cap.dmn, row 1, allows at most 0.2 wherever this one asks for 0.3"), said);
        files.put("limits/cash-floor.dmn", minimum("0.2").getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of(), told());
    }

    private static String minimum(String least) {
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="c" name="c" namespace="c">
                  <inputData id="strategy" name="Strategy"><variable id="v" name="Strategy" typeRef="string"/></inputData>
                  <decision id="decision" name="Minimum cash share">
                    <variable id="w" name="Minimum cash share"/>
                    <informationRequirement id="n"><requiredInput href="#strategy"/></informationRequirement>
                    <decisionTable id="table" hitPolicy="FIRST">
                      <input id="i" label="Strategy"><inputExpression id="e" typeRef="string"><text>Strategy</text></inputExpression></input>
                      <output id="a" name="limit" typeRef="number"/>
                      <output id="b" name="warning" typeRef="number"/>
                      <output id="d" name="action" typeRef="string"/>
                      <rule id="r1"><inputEntry id="r1i"><text>-</text></inputEntry><outputEntry id="r1a"><text>LEAST</text></outputEntry><outputEntry id="r1b"><text>LEAST</text></outputEntry><outputEntry id="r1d"><text>"cut"</text></outputEntry></rule>
                    </decisionTable>
                  </decision>
                </definitions>
                """.replace("LEAST", least);
    }

    @Test
    void theDeliveredTablesContradictNothing() {
        assertEquals(List.of(), told());
    }

    @Test
    void whatCouldNotBeComparedIsNamed() {
        beside(">0.25<", ">min(0.1, 0.2)<");
        List<String> told = told();
        assertTrue(told.contains("HINT " + WEIGHT + " 2 not-compared"), told::toString);
    }

    @Test
    void aRowThatHoldsLaterIsComparedInItsTime() {
        String dated = text(WEIGHT)
                .replace("<annotation name=\"Why\"/>", "<annotation name=\"Valid until\"/>")
                .replaceAll("(?s)(row-1-action.*?<annotationEntry[^>]*>\\s*<text>)[^<]*", "$12026-03-31")
                .replaceAll("(?s)(row-2-action.*?<annotationEntry[^>]*>\\s*<text>)[^<]*", "$1");
        assertTrue(dated.contains("2026-03-31"), dated);
        String first = dated.replace(">0.40<", ">0.1<").replace(">0.30<", ">0.1<");
        files.put(
                OTHER,
                first.replace(">0.25<", ">0.99<").replace(">0.20<", ">0.9<").getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of("WARNING " + OTHER + " 2 never-decides"), told(), "from April on nothing is beside row 1");
    }

    @Test
    void complianceThatOnlyWarnsOfWhatAnotherTableDeniesIsTold() {
        files.put("compliance/one.dmn", compliance("\"warn\"").getBytes(StandardCharsets.UTF_8));
        files.put("compliance/two.dmn", compliance("\"deny\"").getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of("WARNING compliance/one.dmn 1 never-decides"), told());
    }

    private static String compliance(String action) {
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="c" name="c" namespace="c">
                  <inputData id="side" name="Side"><variable id="v" name="Side" typeRef="string"/></inputData>
                  <decision id="decision" name="Compliance">
                    <variable id="w" name="Compliance"/>
                    <informationRequirement id="n"><requiredInput href="#side"/></informationRequirement>
                    <decisionTable id="table" hitPolicy="FIRST">
                      <input id="i" label="Side"><inputExpression id="e" typeRef="string"><text>Side</text></inputExpression></input>
                      <output id="a" name="action" typeRef="string"/>
                      <output id="b" name="reason" typeRef="string"/>
                      <rule id="r1"><inputEntry id="r1i"><text>"buy"</text></inputEntry><outputEntry id="r1p"><text>ACTION</text></outputEntry><outputEntry id="r1b"><text>"no purchases"</text></outputEntry></rule>
                      <rule id="r2"><inputEntry id="r2i"><text>-</text></inputEntry><outputEntry id="r2p"><text>"allow"</text></outputEntry><outputEntry id="r2b"><text>null</text></outputEntry></rule>
                    </decisionTable>
                  </decision>
                </definitions>
                """.replace("ACTION", action);
    }
}
