package dev.vesper.adapters.console;

import dev.vesper.basics.Problem;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.operations.SignedIn;
import dev.vesper.desk.workbench.editing.NewTable;
import java.util.List;

/** A new table: what it limits is chosen first, because that says what it may ask for. */
public final class NewRulePage implements Page {
    private static final String PATH = "rules/new";

    static final List<PageForm> FORMS = List.of(new Begin());

    /**
     * What the template shows.
     *
     * @param kinds what can be limited, each with what it says
     * @param chosen one of them; empty where none is yet
     * @param says what it says
     * @param inputs that it may ask for
     * @param edits whether whoever looks may begin one
     */
    public record Model(
            String draft, List<Kind> kinds, String chosen, String says, List<String> inputs, boolean edits) {}

    /** Something that can be limited. */
    public record Kind(String decision, String says) {}

    @Override
    public String word() {
        return "new-rule";
    }

    @Override
    public String title() {
        return "New table";
    }

    @Override
    public String help() {
        return "rule-tables#a-new-table";
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
        asked.only(List.of("draft", "of"));
        String chosen = asked.query().getOrDefault("of", "");
        List<NewTable> kinds = operations.ruleTables().kinds();
        NewTable kind = kinds.stream()
                .filter(one -> one.decision().equals(chosen))
                .findFirst()
                .orElse(new NewTable("", "", List.of()));
        if (!chosen.isEmpty() && kind.decision().isEmpty()) {
            throw Problem.usage(
                    "Expected something that can be limited, but got \"" + Problem.shortened(chosen) + "\"");
        }
        return new Model(
                asked.query().getOrDefault("draft", ""),
                kinds.stream().map(one -> new Kind(one.decision(), one.says())).toList(),
                kind.decision(),
                kind.says(),
                kind.inputs(),
                asked.caller() instanceof SignedIn && asked.caller().may(Permission.EDIT_RULES));
    }

    /** Begins one in a draft, and shows it. */
    private record Begin() implements PageForm {
        @Override
        public PagePath path() {
            return new PagePath(PATH);
        }

        @Override
        public String again(Filled filled) {
            return path().href();
        }

        @Override
        public Done give(Operations operations, Filled filled) {
            var begun = operations
                    .ruleTables()
                    .begin(
                            filled.text("of"),
                            filled.text("name"),
                            filled.all("input"),
                            filled.text("draft"),
                            filled.text("note"));
            return new Done.At(RuleTablePage.href(begun.line().file(), begun.draft()));
        }
    }
}
