package dev.vesper.adapters.console;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.operations.Reader;
import java.util.List;
import java.util.Map;

/** The forms of the venues: connect, log out, ask for other sequence numbers, open and close breakers. */
final class VenueForms {
    private static final int DIGITS = 9;

    static final List<PageForm> ALL = List.of(
            ActForm.at(VenuesPage.WORD + "/{run}/{venue}/disconnect", (operations, filled) -> {
                operations.venues().logOut(run(filled), filled.at("venue"), filled.why());
                return page();
            }),
            ActForm.at(VenuesPage.WORD + "/{run}/{venue}/connect", (operations, filled) -> {
                operations.venues().logOn(run(filled), filled.at("venue"), filled.why());
                return page();
            }),
            ActForm.at(VenuesPage.WORD + "/{run}/{venue}/sequence-numbers", (operations, filled) -> {
                operations
                        .venues()
                        .askNumbers(
                                run(filled),
                                filled.at("venue"),
                                number(filled, "sender"),
                                number(filled, "target"),
                                filled.why());
                return page();
            }),
            ActForm.at(VenuesPage.WORD + "/{run}/{venue}/breaker/open", (operations, filled) -> {
                operations.venues().openBreaker(run(filled), filled.at("venue"), filled.why());
                return page();
            }),
            ActForm.at(VenuesPage.WORD + "/{run}/{venue}/breaker/close", (operations, filled) -> {
                operations.venues().closeBreaker(run(filled), filled.at("venue"), filled.why());
                return page();
            }));

    private VenueForms() {}

    private static RunId run(Filled filled) {
        return new Asked(new Reader(), Map.of("run", filled.at("run")), Map.of()).run();
    }

    private static int number(Filled filled, String field) {
        String text = filled.text(field).strip();
        if (text.isEmpty() || text.length() > DIGITS || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw Problem.usage(
                    "Expected the next " + field + " to be a number from 1 to 999999999, but got \"" + text + "\"");
        }
        return Integer.parseInt(text);
    }

    private static Done page() {
        return new Done.At(new VenuesPage().path().href());
    }
}
