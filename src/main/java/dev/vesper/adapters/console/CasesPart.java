package dev.vesper.adapters.console;

import dev.vesper.basics.Counted;
import dev.vesper.desk.workbench.editing.CaseResult;
import dev.vesper.desk.workbench.editing.CaseSheet;
import dev.vesper.desk.workbench.sheet.SheetColumn;
import java.util.ArrayList;
import java.util.List;

/**
 * The cases beside a table, with what it says of each.
 *
 * @param rows the first of them
 * @param more how many there are beyond, in words; empty where all are shown
 * @param further columns that could be added
 * @param summary how many hold, or why they do not run
 */
public record CasesPart(
        String file,
        List<String> titles,
        List<Row> rows,
        String more,
        List<String> further,
        String summary,
        Tone tone) {
    private static final int SHOWN = 200;

    /**
     * One case.
     *
     * @param line of the sheet
     * @param word whether it holds; empty where it did not run
     * @param said what was expected and what was got, where it does not
     */
    public record Row(String line, List<String> cells, String word, Tone tone, String said) {}

    static CasesPart of(CaseSheet sheet) {
        List<Row> rows = new ArrayList<>();
        int all = sheet.sheet().rows().size();
        for (int r = 0; r < Math.min(SHOWN, all); r++) {
            rows.add(row(sheet, r));
        }
        long failing =
                sheet.results().stream().filter(result -> !result.passed()).count();
        return new CasesPart(
                sheet.file(),
                sheet.sheet().titles(),
                rows,
                all > SHOWN ? "The first " + SHOWN + " of " + Counted.of(all, "case") + "." : "",
                sheet.further().stream().map(SheetColumn::name).toList(),
                summary(sheet, failing),
                failing > 0 || !sheet.trouble().isEmpty() ? Tone.BAD : all == 0 ? Tone.QUIET : Tone.GOOD);
    }

    private static String summary(CaseSheet sheet, long failing) {
        if (!sheet.trouble().isEmpty()) {
            return sheet.trouble();
        }
        int all = sheet.results().size();
        return all == 0 ? "There are no cases yet." : all - failing + " of " + all + " cases hold.";
    }

    private static Row row(CaseSheet sheet, int r) {
        String line = sheet.sheet().rows().get(r).id();
        List<String> cells = sheet.sheet().rows().get(r).cells();
        if (r >= sheet.results().size()) {
            return new Row(line, cells, "", Tone.QUIET, "");
        }
        CaseResult result = sheet.results().get(r);
        return result.passed()
                ? new Row(line, cells, "holds", Tone.GOOD, "")
                : new Row(line, cells, "fails", Tone.BAD, said(result));
    }

    private static String said(CaseResult result) {
        return result.expected().isEmpty()
                ? result.got()
                : "Expected " + result.expected() + ", but got " + result.got();
    }
}
