package dev.vesper.adapters.console;

import dev.vesper.desk.operations.Operations;
import java.util.function.BiFunction;

/** A form that is no more than one call of the operations. */
record ActForm(PagePath path, BiFunction<Operations, Filled, Done> act) implements PageForm {
    static ActForm at(String path, BiFunction<Operations, Filled, Done> act) {
        return new ActForm(new PagePath(path), act);
    }

    @Override
    public Done give(Operations operations, Filled filled) {
        return act.apply(operations, filled);
    }
}
