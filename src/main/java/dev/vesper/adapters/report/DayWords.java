package dev.vesper.adapters.report;

import dev.vesper.adapters.report.block.Tone;
import dev.vesper.adapters.report.section.RunFacts;
import dev.vesper.adapters.report.text.Numbers;
import dev.vesper.adapters.report.text.ReportTexts;
import dev.vesper.desk.report.RunReport;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.execution.cost.OrderFigures;

/** How a day ended, in words. */
record DayWords(String words, Tone tone) {
    static DayWords of(RunStatus status) {
        return switch (status) {
            case RUNNING -> new DayWords("Running", Tone.WARN);
            case WAITING -> new DayWords("Waiting for a person", Tone.WARN);
            case DONE -> new DayWords("Done", Tone.GOOD);
            case REFUSED -> new DayWords("Refused", Tone.BAD);
            case ABANDONED -> new DayWords("Abandoned", Tone.BAD);
            case FAILED -> new DayWords("Failed", Tone.BAD);
        };
    }

    /** For example "23 orders in 3 accounts: 21 filled, 2 in part." */
    static String lead(RunFacts facts) {
        RunReport report = facts.report();
        if (report.run().status() == RunStatus.REFUSED) {
            return report.fills().isEmpty()
                    ? "The day was refused; nothing was traded."
                    : "The day was refused; what is below had been traded before.";
        }
        if (report.orders().isEmpty()) {
            return "No order was needed or allowed: the books stay as they are.";
        }
        OrderFigures orders = facts.ordered();
        int accounts = report.plans().size();
        return ReportTexts.counted(report.orders().size(), "order") + " in " + ReportTexts.counted(accounts, "account")
                + ": "
                + Numbers.count(orders.filled()) + " filled"
                + (orders.partlyFilled() > 0 ? ", " + Numbers.count(orders.partlyFilled()) + " in part" : "")
                + (orders.notFilled() > 0 ? ", " + Numbers.count(orders.notFilled()) + " not" : "") + ".";
    }
}
