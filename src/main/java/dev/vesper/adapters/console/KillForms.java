package dev.vesper.adapters.console;

import dev.vesper.basics.RunId;
import dev.vesper.desk.operations.Reader;
import dev.vesper.execution.killswitch.KillKind;
import java.util.List;
import java.util.Map;

/** The forms of the kill switch: press, ask for the release, give up the rest of a run. */
final class KillForms {
    static final List<PageForm> ALL = List.of(
            ActForm.at(KillPage.WORD + "/press", (operations, filled) -> {
                KillKind kind = KillKind.of(filled.text("kind"));
                String name = kind == KillKind.EVERYTHING ? "" : filled.text("name");
                operations.kills().press(kind, name, filled.why());
                return page();
            }),
            ActForm.at(KillPage.WORD + "/{id}/release", (operations, filled) -> {
                operations.kills().release(filled.at("id"), filled.why());
                return page();
            }),
            ActForm.at(KillPage.WORD + "/give-up", (operations, filled) -> {
                RunId run = new Asked(new Reader(), Map.of("run", filled.text("run")), Map.of()).run();
                operations.kills().giveUpRest(run, filled.why());
                return page();
            }));

    private KillForms() {}

    private static Done page() {
        return new Done.At(new KillPage().path().href());
    }
}
