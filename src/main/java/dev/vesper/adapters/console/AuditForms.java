package dev.vesper.adapters.console;

import dev.vesper.desk.operations.Operations;
import java.util.List;
import java.util.function.Consumer;

/** What is asked about the record as a whole: to verify everything now, and to keep its newest row outside. */
final class AuditForms {
    static final List<PageForm> ALL = List.of(
            at("audit/verify", operations -> operations.audit().verify()),
            at("audit/anchor", operations -> operations.audit().anchor()));

    private AuditForms() {}

    private static PageForm at(String path, Consumer<Operations> act) {
        return ActForm.at(path, (operations, _) -> {
            act.accept(operations);
            return new Done.At(PagePath.ROOT + "audit");
        });
    }
}
