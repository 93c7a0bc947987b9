package dev.vesper.adapters.console;

import dev.vesper.desk.access.Permission;
import dev.vesper.desk.operations.Operations;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Files of a table that were edited elsewhere: they are looked at, and kept in a draft. */
final class RuleFileForms {
    static final List<PageForm> ALL = List.of(
            new OfFile(
                    "/tries",
                    (operations, filled) -> operations
                            .ruleFiles()
                            .look(
                                    RuleTablePage.file(filled.path()),
                                    filled.text("draft"),
                                    filled.text("name"),
                                    base64(filled))),
            new OfFile(
                    "",
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

    /** One that takes a file of who may write drafts, and tells a script what came of it. */
    private record OfFile(String act, BiFunction<Operations, Filled, Object> does) implements PageForm {
        @Override
        public PagePath path() {
            return new PagePath("rules/{folder}/{name}/file" + act);
        }

        @Override
        public Optional<Permission> file() {
            return Optional.of(Permission.EDIT_RULES);
        }

        @Override
        public Done give(Operations operations, Filled filled) {
            return new Done.Said(does.apply(operations, filled));
        }
    }
}
