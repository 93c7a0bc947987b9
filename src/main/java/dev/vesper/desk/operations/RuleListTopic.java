package dev.vesper.desk.operations;

import dev.vesper.basics.Problem;
import dev.vesper.basics.Visible;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.workbench.editing.EditLists;
import dev.vesper.desk.workbench.editing.ListLine;
import dev.vesper.desk.workbench.editing.ListSheet;
import dev.vesper.desk.workbench.editing.TableEdit;
import dev.vesper.desk.workbench.editing.TriedList;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/** Lists of names of the rules, for one caller. */
record RuleListTopic(Guard guard, EditLists lists) implements RuleLists {
    @Override
    public List<ListLine> all(String draft, String on) {
        return lists.all(draft, day(on));
    }

    @Override
    public ListSheet show(String name, String draft, String on) {
        return lists.show(name, draft, day(on));
    }

    @Override
    public TriedList tried(String name, String draft, List<TableEdit> edits, String on) {
        guard.require(Permission.EDIT_RULES, "try edits of the rules");
        return lists.tried(name, draft, edits, day(on));
    }

    @Override
    public ListSheet save(String name, String draft, String seen, List<TableEdit> edits, String note) {
        return lists.save(name, draft, seen, edits, note, maker(), lists.today());
    }

    @Override
    public ListSheet begin(String name, String of, String draft, String note) {
        return lists.begin(name, of, draft, note, maker(), lists.today());
    }

    private String maker() {
        return guard.named(Permission.EDIT_RULES, "write a draft of the rules", () -> false);
    }

    private LocalDate day(String on) {
        try {
            return on.isEmpty() ? lists.today() : LocalDate.parse(on);
        } catch (DateTimeParseException none) {
            throw Problem.usage(
                    "Expected a day such as 2018-04-11, but got \"" + Problem.shortened(Visible.line(on)) + "\"");
        }
    }
}
