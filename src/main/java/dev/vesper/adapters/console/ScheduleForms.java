package dev.vesper.adapters.console;

import dev.vesper.adapters.text.PercentText;
import dev.vesper.basics.Problem;
import dev.vesper.desk.run.RunRecord;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens days and rehearsals by hand, and lets an occasion pass without one. */
final class ScheduleForms {
    private static final int LONGEST_DATE = 10;

    static final List<PageForm> ALL = List.of(
            ActForm.at(
                    "schedule/run",
                    (operations, filled) -> opened(operations.schedule().run(date(filled.text("date"))))),
            ActForm.at(
                    "schedule/rehearse",
                    (operations, filled) -> opened(operations
                            .schedule()
                            .rehearse(
                                    date(filled.text("date")),
                                    !filled.text("again").isEmpty()))),
            ActForm.at("schedule/clock", (operations, filled) -> {
                operations.clock().forward(filled.text("to").strip());
                return new Done.At(new SchedulePage().path().href() + "#clock");
            }),
            ActForm.at("schedule/{occasion}/skip", (operations, filled) -> {
                operations.schedule().skip(filled.at("occasion"), filled.why());
                return back();
            }),
            ActForm.at("schedule/{occasion}/unskip", (operations, filled) -> {
                operations.schedule().unskip(filled.at("occasion"));
                return back();
            }));

    private ScheduleForms() {}

    static String href(String occasion, String act) {
        return PagePath.ROOT + "schedule/" + PercentText.encoded(occasion) + "/" + act;
    }

    private static Done opened(RunRecord run) {
        return new Done.At(RunLine.of(run).href());
    }

    private static Done back() {
        return new Done.At(new SchedulePage().path().href());
    }

    /** Empty for that of the newest prices. */
    private static @Nullable LocalDate date(String text) {
        String given = text.strip();
        if (given.isEmpty()) {
            return null;
        }
        try {
            if (given.length() == LONGEST_DATE) {
                return LocalDate.parse(given);
            }
        } catch (DateTimeException notOne) {
            given = text.strip();
        }
        throw Problem.usage("Expected a business date such as 2026-12-30, but got \"" + given + "\"");
    }
}
