package dev.vesper.adapters.console;

import dev.vesper.basics.Counted;
import dev.vesper.basics.Problem;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.operations.SignedIn;
import dev.vesper.desk.workbench.editing.RuleTable;
import dev.vesper.desk.workbench.sheet.SheetColumn;
import java.util.List;
import java.util.stream.Collectors;

/** One decision table in a DMN modeller, while it is small: to look at for whoever reads, to edit for whoever writes drafts. */
public final class RuleModelPage implements Page {
    /** Where the modeller asks for the table that judges orders. */
    public static final PagePath MODEL = new PagePath("rules/{folder}/{name}/model");

    /** Where it asks for the table of a draft. */
    public static final PagePath OF_DRAFT = new PagePath("rules/{folder}/{name}/model/{draft}");

    /**
     * What the template shows.
     *
     * @param why the table is not shown in a modeller; empty where it is
     * @param beside the annotations that the modeller does not show, in words; empty where there is none
     * @param findings what is to be said of its cells
     * @param may whether whoever looks may edit here
     * @param facts where the modeller asks for the table
     * @param tries where what it has is tried
     * @param input where it gets a further input
     * @param save where what it has is sent
     * @param grid where the same table is a grid
     * @param active where the one that judges is shown
     */
    public record Model(
            String file,
            String name,
            String kind,
            String decision,
            String count,
            String version,
            String draft,
            String draftTitle,
            boolean open,
            String seen,
            String why,
            String beside,
            List<RuleTablePage.Said> findings,
            boolean may,
            String facts,
            String tries,
            String input,
            String save,
            String grid,
            String active) {}

    @Override
    public String word() {
        return "rule-model";
    }

    @Override
    public String title() {
        return "Rule in the modeller";
    }

    @Override
    public String help() {
        return "rule-tables#in-a-modeller";
    }

    @Override
    public PagePath path() {
        return new PagePath("rules/{folder}/{name}/modeller");
    }

    @Override
    public boolean models(Record model) {
        return model instanceof Model shown && shown.why().isEmpty();
    }

    /** Where the table of a file is shown in the modeller. */
    static String href(String table, String draft) {
        return table + "/modeller" + (draft.isEmpty() ? "" : "?draft=" + draft);
    }

    @Override
    public Model model(Operations operations, Asked asked) {
        asked.only(List.of("draft"));
        String draft = asked.query().getOrDefault("draft", "");
        String file = RuleTablePage.file(asked.path());
        RuleTable table = operations.ruleTables().show(file, draft);
        String base = new RuleTablePage().path().fill(asked.path());
        return new Model(
                file,
                table.line().name(),
                table.line().kind(),
                table.sheet().decision(),
                Counted.of(table.sheet().rows().size(), "row"),
                table.line().version(),
                draft,
                table.draftTitle(),
                table.open(),
                table.seen(),
                why(operations, file, draft),
                table.sheet().columns().stream()
                        .filter(column -> column.kind() == SheetColumn.Kind.ANNOTATION)
                        .map(SheetColumn::name)
                        .collect(Collectors.joining(", ")),
                table.findings().stream().map(RuleTablePage::said).toList(),
                table.open()
                        && asked.caller() instanceof SignedIn
                        && asked.caller().may(Permission.EDIT_RULES),
                base + "/model" + (draft.isEmpty() ? "" : "/" + draft),
                base + "/model/tries",
                base + "/model/inputs",
                base + "/model/edits",
                RuleTablePage.href(file, draft),
                base + "/modeller");
    }

    private static String why(Operations operations, String file, String draft) {
        try {
            operations.ruleModels().show(file, draft);
            return "";
        } catch (Problem unfit) {
            return String.valueOf(unfit.getMessage());
        }
    }
}
