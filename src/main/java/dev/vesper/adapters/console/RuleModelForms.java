package dev.vesper.adapters.console;

import java.util.List;

/** The forms of a table in the modeller: what it has is tried, gets a further input, or goes into a draft. */
final class RuleModelForms {
    static final List<PageForm> ALL = List.of(
            ActForm.at(
                    "rules/{folder}/{name}/model-tries",
                    (operations, filled) -> new Done.Said(operations
                            .ruleModels()
                            .tried(RuleTablePage.file(filled.path()), filled.text("draft"), filled.text("xml")))),
            ActForm.at(
                    "rules/{folder}/{name}/model-input",
                    (operations, filled) -> new Done.Said(operations
                            .ruleModels()
                            .withInput(
                                    RuleTablePage.file(filled.path()),
                                    filled.text("draft"),
                                    filled.text("xml"),
                                    filled.text("input")))),
            ActForm.at(
                    "rules/{folder}/{name}/model-save",
                    (operations, filled) -> new Done.Said(operations
                            .ruleModels()
                            .save(
                                    RuleTablePage.file(filled.path()),
                                    filled.text("draft"),
                                    filled.text("seen"),
                                    filled.text("xml"),
                                    filled.text("note")))));

    private RuleModelForms() {}
}
