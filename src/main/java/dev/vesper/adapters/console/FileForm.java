package dev.vesper.adapters.console;

import dev.vesper.desk.access.Permission;
import dev.vesper.desk.operations.Operations;
import java.util.Optional;
import java.util.function.BiFunction;

/** A form that takes the file of a table from who may write drafts, and tells a script what came of it. */
record FileForm(PagePath path, BiFunction<Operations, Filled, Object> does) implements PageForm {
    static FileForm at(String path, BiFunction<Operations, Filled, Object> does) {
        return new FileForm(new PagePath(path), does);
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
