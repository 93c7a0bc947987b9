package dev.vesper.adapters.console;

import dev.vesper.desk.operations.Operations;
import java.util.List;

/** The forms of lists of names: one is begun; what was edited is tried, or goes into a draft. */
final class RuleListForms {
    static final List<PageForm> ALL = List.of(
            new Begin(),
            ActForm.at(
                    RuleListsPage.PATH + "/{name}/save",
                    (operations, filled) -> new Done.At(RuleListPage.href(
                            RuleListPage.name(filled.path()),
                            operations
                                    .ruleLists()
                                    .save(
                                            RuleListPage.name(filled.path()),
                                            filled.text("draft"),
                                            filled.text("seen"),
                                            RuleTableForms.edits(filled, ""),
                                            filled.text("note"))
                                    .draft()))),
            ActForm.at(
                    RuleListsPage.PATH + "/{name}/tries",
                    (operations, filled) -> new Done.Said(operations
                            .ruleLists()
                            .tried(
                                    RuleListPage.name(filled.path()),
                                    filled.text("draft"),
                                    RuleTableForms.edits(filled, ""),
                                    filled.text("on")))));

    private RuleListForms() {}

    /** Begins one in a draft, and shows it. */
    private record Begin() implements PageForm {
        @Override
        public PagePath path() {
            return new PagePath(RuleListsPage.PATH);
        }

        @Override
        public String again(Filled filled) {
            return path().href();
        }

        @Override
        public Done give(Operations operations, Filled filled) {
            String name = filled.text("name");
            return new Done.At(RuleListPage.href(
                    name,
                    operations
                            .ruleLists()
                            .begin(name, filled.text("of"), filled.text("draft"), filled.text("note"))
                            .draft()));
        }
    }
}
