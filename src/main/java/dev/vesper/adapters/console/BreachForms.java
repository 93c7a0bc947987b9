package dev.vesper.adapters.console;

import java.util.List;

/** The form of a breach: who looks after it, and what is to be done. */
final class BreachForms {
    static final List<PageForm> ALL = List.of(ActForm.at(BreachesPage.WORD + "/{id}/owner", (operations, filled) -> {
        operations.breaches().take(filled.at("id"), filled.text("owner"), filled.text("plan"));
        return new Done.At(new BreachesPage().path().href());
    }));

    private BreachForms() {}
}
