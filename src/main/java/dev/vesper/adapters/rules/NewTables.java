package dev.vesper.adapters.rules;

import dev.vesper.adapters.rules.sheet.DmnSheet;
import dev.vesper.adapters.rules.sheet.DmnText;
import dev.vesper.basics.NearestName;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Visible;
import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.workbench.editing.NewTable;
import dev.vesper.desk.workbench.sheet.Columns;
import dev.vesper.desk.workbench.sheet.SheetColumn;
import dev.vesper.desk.workbench.sheet.TableSheet;
import dev.vesper.limits.measure.Measure;
import dev.vesper.limits.measure.Measures;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Tables that are begun. The one row of a new table takes everything and says that nothing is limited, and that every order may
 * be: it is a rule from the first moment, and changes no verdict before somebody writes into it.
 */
final class NewTables {
    /** What a rule is called: it stands in every verdict, and is an id in its file. */
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,79}");

    private static final String COMPLIANCE = "which orders may not be, whatever their size";

    private static final String LIMIT = """
                  <output id="out-limit" name="limit" label="Limit" typeRef="number"/>
                  <output id="out-warning" name="warning" label="Warning" typeRef="number"/>
                  <output id="out-action" name="action" label="Action" typeRef="string"/>
                  <annotation name="Why"/>
                  <rule id="row-1">
                    <outputEntry id="row-1-limit"><text>null</text></outputEntry>
                    <outputEntry id="row-1-warning"><text>null</text></outputEntry>
                    <outputEntry id="row-1-action"><text>"warn"</text></outputEntry>
                    <annotationEntry><text>Nothing is limited yet</text></annotationEntry>
                  </rule>
            """;

    private static final String ALLOW = """
                  <output id="out-action" name="action" label="Action" typeRef="string"/>
                  <output id="out-reason" name="reason" label="Reason" typeRef="string"/>
                  <annotation name="Why"/>
                  <rule id="row-1">
                    <outputEntry id="row-1-action"><text>"allow"</text></outputEntry>
                    <outputEntry id="row-1-reason"><text>null</text></outputEntry>
                    <annotationEntry><text>All else may be</text></annotationEntry>
                  </rule>
            """;

    private static final String TABLE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"
                         xmlns:dmndi="https://www.omg.org/spec/DMN/20191111/DMNDI/"
                         xmlns:dc="http://www.omg.org/spec/DMN/20180521/DC/"
                         xmlns:di="http://www.omg.org/spec/DMN/20180521/DI/"
                         id="{name}" name="{name}" namespace="https://vesper.dev/rules/{folder}/{name}">
              <description>{says}.</description>
              <decision id="decision" name="{decision}">
                <variable id="decision-variable" name="{decision}"/>
                <decisionTable id="table" hitPolicy="FIRST">
            {rows}    </decisionTable>
              </decision>
              <dmndi:DMNDI>
                <dmndi:DMNDiagram id="diagram">
                  <dmndi:DMNShape id="shape-decision" dmnElementRef="decision">
                    <dc:Bounds height="80" width="180" x="210" y="80"/>
                  </dmndi:DMNShape>
                </dmndi:DMNDiagram>
              </dmndi:DMNDI>
            </definitions>
            """;

    private NewTables() {}

    /**
     * What can be begun: a limit of each measure, and a compliance table.
     *
     * @param firm whose columns are inputs too, as far as it is known
     */
    static List<NewTable> kinds(KnownFirm firm) {
        List<NewTable> kinds = new ArrayList<>();
        for (Measure measure : Measures.ALL) {
            kinds.add(new NewTable(measure.decision(), measure.sentence(), inputs(measure.decision(), firm)));
        }
        kinds.add(new NewTable(DmnComplianceTable.DECISION, COMPLIANCE, inputs(DmnComplianceTable.DECISION, firm)));
        return kinds;
    }

    private static List<String> inputs(String decision, KnownFirm firm) {
        return KnownInputs.of(decision, firm).stream()
                .filter(column -> column.kind() == SheetColumn.Kind.INPUT)
                .map(SheetColumn::name)
                .toList();
    }

    /**
     * The files of a new table.
     *
     * @param decision of one of the {@link #kinds}
     * @param name of the rule, such as {@code issuer-limit}
     * @param asked the inputs that it asks for, one at least
     * @throws Problem of kind INPUT where one of them is none
     */
    static NewTable.Begun begun(String decision, String name, List<String> asked, KnownFirm firm) {
        List<NewTable> kinds = kinds(firm);
        NewTable kind = kinds.stream()
                .filter(one -> one.decision().equals(decision))
                .findFirst()
                .orElseThrow(() -> {
                    List<String> decisions =
                            kinds.stream().map(NewTable::decision).toList();
                    return Problem.usage("Expected what is limited, or Compliance, one of " + decisions + ", but got \""
                            + Problem.shortened(Visible.line(decision)) + "\"" + NearestName.hint(decision, decisions));
                });
        if (!NAME.matcher(name).matches()) {
            throw Problem.usage(
                    "Expected a name such as issuer-limit: a letter, then letters a to z in lower case, digits and"
                            + " hyphens, but got \"" + Problem.shortened(Visible.line(name)) + "\"");
        }
        if (asked.isEmpty()) {
            throw Problem.usage("Expected at least one input that it asks for, but there is none; maybe "
                    + kind.inputs().getFirst());
        }
        boolean limits = !decision.equals(DmnComplianceTable.DECISION);
        String folder = (limits ? RuleKind.LIMIT : RuleKind.COMPLIANCE_TABLE).folder();
        String says = limits ? "What is allowed of " + kind.says() : "Which orders may not be, whatever their size";
        String text = TABLE.replace("{name}", name)
                .replace("{folder}", folder)
                .replace("{says}", says)
                .replace("{decision}", decision)
                .replace("{rows}", (limits ? LIMIT : ALLOW).indent(2));
        DmnText file = DmnText.of(name, text.getBytes(StandardCharsets.UTF_8));
        String path = folder + "/" + name;
        String table = path + RuleKind.LIMIT.ending();
        byte[] cases = (String.join(",", ScenarioCase.NEEDED) + "\n").getBytes(StandardCharsets.UTF_8);
        return new NewTable.Begun(
                table,
                new FileSet(
                        Map.of(table, with(file.table(), kind, asked, firm).bytes(), path + Scenarios.ENDING, cases)));
    }

    private static DmnText with(DmnSheet table, NewTable kind, List<String> asked, KnownFirm firm) {
        TableSheet sheet = table.sheet();
        for (String input : asked) {
            SheetColumn column = KnownInputs.named(kind.decision(), input, firm)
                    .filter(known -> known.kind() == SheetColumn.Kind.INPUT)
                    .orElseThrow(() -> Problem.usage("Expected inputs among " + kind.inputs() + ", but got \""
                            + Problem.shortened(Visible.line(input)) + "\"" + NearestName.hint(input, kind.inputs())));
            if (sheet.columns().contains(column)) {
                throw Problem.usage("Expected each input once, but \"" + input + "\" is there twice");
            }
            sheet = Columns.added(sheet, column);
        }
        return table.written(sheet);
    }
}
