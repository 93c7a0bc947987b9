package dev.vesper.adapters.report;

import java.util.List;

/**
 * The page as the template sees it: words and drawings, no sums left to do. Public because the template's expressions
 * reach it by reflection.
 *
 * @param statusTone {@code good}, {@code warn} or {@code bad}
 * @param lead one sentence that says how the day ended
 * @param limitsChart an SVG element, or empty; so are the other charts
 */
public record ReportView(
        String firm,
        String runId,
        String date,
        String weekday,
        String status,
        String statusTone,
        boolean rehearsal,
        String lead,
        String opened,
        String snapshot,
        List<Figure> figures,
        Table stages,
        List<String> stageMessages,
        String dataSentence,
        Table breaches,
        List<String> firmWarnings,
        List<AccountView> accounts,
        Table orders,
        Table costs,
        String costNote,
        String limitsSentence,
        String limitsChart,
        Table limits,
        String sessionChart,
        Table venues,
        List<EquityView> equity,
        Table decisions,
        Table audit,
        String auditHead,
        Table versions,
        List<String> files,
        String style,
        String screenStyle) {

    /** One number of the headline. */
    public record Figure(String label, String value, String note, String tone) {}

    /** One account: its numbers and its allocation. */
    public record AccountView(String heading, String subheading, List<Figure> figures, String chart) {}

    /** The backcast of all accounts of one currency. */
    public record EquityView(String caption, String chart) {}
}
