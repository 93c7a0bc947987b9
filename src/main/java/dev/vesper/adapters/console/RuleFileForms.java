package dev.vesper.adapters.console;

import java.util.Base64;
import java.util.List;

/** Files of a table that were edited elsewhere: they are looked at, and kept in a draft. */
final class RuleFileForms {
    static final List<PageForm> ALL = List.of(
            FileForm.at(
                    "rules/{folder}/{name}/file/tries",
                    (operations, filled) -> operations
                            .ruleFiles()
                            .look(
                                    RuleTablePage.file(filled.path()),
                                    filled.text("draft"),
                                    filled.text("name"),
                                    base64(filled))),
            FileForm.at(
                    "rules/{folder}/{name}/file",
                    (operations, filled) -> operations
                            .ruleFiles()
                            .save(
                                    RuleTablePage.file(filled.path()),
                                    filled.text("draft"),
                                    filled.text("seen"),
                                    filled.text("name"),
                                    base64(filled),
                                    filled.text("note"))));

    private RuleFileForms() {}

    private static String base64(Filled filled) {
        return Base64.getEncoder().encodeToString(filled.file().get());
    }
}
