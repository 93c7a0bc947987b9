package dev.vesper.adapters.console;

import dev.vesper.desk.access.Permission;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.operations.SignedIn;
import dev.vesper.desk.workbench.editing.ListLine;
import java.util.List;

/** Every list of names that the rules keep: how many entries count on a day, and which rules ask for it. */
public final class RuleListsPage implements Page {
    static final String PATH = "rules/lists";

    /** What the entries of a list can be, for a form. */
    private static final List<String> KINDS = List.of("instrument", "issuer", "country", "sector");

    /**
     * What the template shows.
     *
     * @param draft whose lists they are; empty of what judges orders
     * @param on the day that decides; empty for today
     * @param kinds what the entries of a list can be
     * @param edits whether whoever looks may begin one here
     */
    public record Model(String draft, String on, List<Line> lists, List<String> kinds, boolean edits) {}

    /**
     * One list.
     *
     * @param uses the rules that ask for it
     * @param trouble why it cannot be read; empty where it can
     */
    public record Line(
            String name,
            String href,
            String of,
            int entries,
            int holds,
            int soon,
            int expired,
            List<Use> uses,
            String trouble) {}

    /**
     * A rule that asks for a list.
     *
     * @param href where its table is shown; empty of code
     */
    public record Use(String name, String href) {
        static Use of(String file, String draft) {
            String name = file.substring(file.lastIndexOf('/') + 1, file.lastIndexOf('.'));
            return new Use(name, file.endsWith(".dmn") ? RuleTablePage.href(file, draft) : "");
        }
    }

    @Override
    public String word() {
        return "rule-lists";
    }

    @Override
    public String title() {
        return "Lists of names";
    }

    @Override
    public String help() {
        return "rules#lists";
    }

    @Override
    public PagePath path() {
        return new PagePath(PATH);
    }

    @Override
    public boolean stands() {
        return false;
    }

    @Override
    public Model model(Operations operations, Asked asked) {
        asked.only(List.of("draft", "on"));
        String draft = asked.query().getOrDefault("draft", "");
        String on = asked.query().getOrDefault("on", "");
        return new Model(
                draft,
                on,
                operations.ruleLists().all(draft, on).stream()
                        .map(list -> line(list, draft))
                        .toList(),
                KINDS,
                asked.caller() instanceof SignedIn && asked.caller().may(Permission.EDIT_RULES));
    }

    private static Line line(ListLine list, String draft) {
        return new Line(
                list.name(),
                RuleListPage.href(list.name(), draft),
                list.of(),
                list.entries(),
                list.holds(),
                list.soon(),
                list.expired(),
                list.uses().stream().map(file -> Use.of(file, draft)).toList(),
                list.trouble());
    }
}
