package dev.vesper.adapters.console;

import dev.vesper.basics.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/** The forms of the waivers: ask, agree, say no, take back. */
final class WaiverForms {
    static final List<PageForm> ALL = List.of(
            ActForm.at(WaiversPage.WORD + "/ask", (operations, filled) -> {
                operations
                        .waivers()
                        .ask(
                                filled.text("rule"),
                                filled.text("account"),
                                filled.text("subject"),
                                most(filled.text("up-to")),
                                until(filled.text("until")),
                                filled.why());
                return page();
            }),
            ActForm.at(WaiversPage.WORD + "/{id}/approve", (operations, filled) -> {
                operations.waivers().approve(filled.at("id"), filled.reason());
                return page();
            }),
            ActForm.at(WaiversPage.WORD + "/{id}/reject", (operations, filled) -> {
                operations.waivers().reject(filled.at("id"), filled.why());
                return page();
            }),
            ActForm.at(WaiversPage.WORD + "/{id}/revoke", (operations, filled) -> {
                operations.waivers().revoke(filled.at("id"), filled.why());
                return page();
            }));

    private WaiverForms() {}

    private static BigDecimal most(String text) {
        try {
            return text.isBlank() ? BigDecimal.ZERO : new BigDecimal(text.strip());
        } catch (NumberFormatException e) {
            throw Problem.usage("Expected how much may be used, such as 0.30 for 30 %, but got \""
                    + Problem.shortened(text) + "\"");
        }
    }

    private static LocalDate until(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw Problem.usage("Expected the last day on which it holds, such as 2026-12-31, but got \""
                    + Problem.shortened(text) + "\"");
        }
    }

    private static Done page() {
        return new Done.At(new WaiversPage().path().href());
    }
}
