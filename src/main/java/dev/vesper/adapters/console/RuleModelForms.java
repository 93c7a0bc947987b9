package dev.vesper.adapters.console;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** What the modeller has of a table: it is tried, gets a further input, or goes into a draft. */
final class RuleModelForms {
    static final List<PageForm> ALL = List.of(
            FileForm.at(
                    "rules/{folder}/{name}/model/tries",
                    (operations, filled) -> operations
                            .ruleModels()
                            .tried(RuleTablePage.file(filled.path()), filled.text("draft"), xml(filled))),
            FileForm.at(
                    "rules/{folder}/{name}/model/inputs",
                    (operations, filled) -> operations
                            .ruleModels()
                            .withInput(
                                    RuleTablePage.file(filled.path()),
                                    filled.text("draft"),
                                    xml(filled),
                                    filled.text("input"))),
            FileForm.at(
                    "rules/{folder}/{name}/model/edits",
                    (operations, filled) -> operations
                            .ruleModels()
                            .save(
                                    RuleTablePage.file(filled.path()),
                                    filled.text("draft"),
                                    filled.text("seen"),
                                    xml(filled),
                                    filled.text("note"))));

    private RuleModelForms() {}

    private static String xml(Filled filled) {
        return new String(filled.file().get(), StandardCharsets.UTF_8);
    }
}
