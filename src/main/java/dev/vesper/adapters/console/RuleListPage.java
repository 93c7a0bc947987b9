package dev.vesper.adapters.console;

import dev.vesper.basics.Counted;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.operations.SignedIn;
import dev.vesper.desk.workbench.editing.ListSheet;
import dev.vesper.desk.workbench.sheet.SheetColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One list of names: a plain table for whoever reads, a grid for whoever edits, each entry with how it stands on a day. */
public final class RuleListPage implements Page {
    /** Where the grid asks for the list, of which draft and on which day. */
    public static final PagePath SHEET = new PagePath(RuleListsPage.PATH + "/{name}/sheet");

    /** Characters of one form that a browser sends. */
    private static final int LONGEST = 60_000;

    /** Entries that are shown without a script. */
    private static final int SHOWN = 200;

    /**
     * What the template shows.
     *
     * @param of what its entries are
     * @param count how many there are, in words
     * @param holds how many count on the day, in words
     * @param on the day that decides
     * @param uses the rules that ask for it
     * @param more how many entries there are beyond those shown, in words; empty where all are
     * @param further columns that could be added
     * @param may whether whoever looks may edit here
     * @param facts where the grid asks for the whole list
     * @param tries where edits are tried
     * @param save where edits are sent
     * @param longest characters of one form
     * @param active the list that judges
     */
    public record Model(
            String name,
            String of,
            String count,
            String holds,
            String on,
            List<RuleListsPage.Use> uses,
            String draft,
            String draftTitle,
            boolean open,
            String seen,
            List<String> titles,
            List<Row> rows,
            String more,
            List<RuleTablePage.Said> findings,
            List<String> further,
            boolean may,
            String facts,
            String tries,
            String save,
            int longest,
            String active) {}

    /**
     * One entry.
     *
     * @param number counted from 1
     * @param state how it stands; empty where that is not known
     */
    public record Row(int number, String state, Tone tone, List<String> cells) {}

    @Override
    public String word() {
        return "rule-list";
    }

    @Override
    public String title() {
        return "List";
    }

    @Override
    public String help() {
        return "rules#lists";
    }

    @Override
    public PagePath path() {
        return new PagePath(RuleListsPage.PATH + "/{name}");
    }

    @Override
    public boolean edits(Record model) {
        return true;
    }

    /** Where a list is shown. */
    static String href(String name, String draft) {
        return PagePath.ROOT + RuleListsPage.PATH + "/" + name + (draft.isEmpty() ? "" : "?draft=" + draft);
    }

    /** The list that a path names. */
    public static String name(Map<String, String> path) {
        return path.getOrDefault("name", "");
    }

    @Override
    public Model model(Operations operations, Asked asked) {
        asked.only(List.of("draft", "on"));
        String draft = asked.query().getOrDefault("draft", "");
        ListSheet list = operations
                .ruleLists()
                .show(name(asked.path()), draft, asked.query().getOrDefault("on", ""));
        int all = list.line().entries();
        String base = path().fill(asked.path());
        return new Model(
                list.line().name(),
                list.line().of(),
                Counted.of(all, "entry", "entries"),
                Counted.of(list.line().holds(), "entry", "entries"),
                list.on().toString(),
                list.line().uses().stream()
                        .map(file -> RuleListsPage.Use.of(file, draft))
                        .toList(),
                draft,
                list.draftTitle(),
                list.open(),
                list.seen(),
                list.sheet().titles(),
                rows(list),
                all > SHOWN ? "The first " + SHOWN + " of " + Counted.of(all, "entry", "entries") + "." : "",
                list.findings().stream().map(RuleTablePage::said).toList(),
                list.further().stream().map(SheetColumn::name).toList(),
                list.open()
                        && asked.caller() instanceof SignedIn
                        && asked.caller().may(Permission.EDIT_RULES),
                base + "/sheet?draft=" + draft + "&on=" + list.on(),
                base + "/tries",
                base + "/save",
                LONGEST,
                base);
    }

    private static List<Row> rows(ListSheet list) {
        List<Row> rows = new ArrayList<>();
        for (int r = 0; r < Math.min(SHOWN, list.sheet().rows().size()); r++) {
            String state = r < list.states().size() ? list.states().get(r) : "";
            rows.add(new Row(
                    r + 1, state, tone(state), list.sheet().rows().get(r).cells()));
        }
        return rows;
    }

    private static Tone tone(String state) {
        return switch (state) {
            case "holds" -> Tone.GOOD;
            case "expires soon" -> Tone.WARN;
            default -> Tone.QUIET;
        };
    }
}
