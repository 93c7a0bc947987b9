package dev.vesper.adapters.rules;

import dev.vesper.adapters.text.CsvFile;
import dev.vesper.adapters.text.CsvText;
import dev.vesper.adapters.text.Row;
import dev.vesper.basics.Problem;
import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.workbench.AcceptCases;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Takes over what rules say of their cases; every other line stays byte for byte. */
public final class AcceptedCases implements AcceptCases {
    private final Path state;

    /** @param state where {@code ./vesper rules trust} keeps its list */
    public AcceptedCases(Path state) {
        this.state = state;
    }

    @Override
    public byte[] of(FileSet files, String sheet, int line) {
        byte[] bytes = files.files().get(sheet);
        if (bytes == null || !sheet.endsWith(Scenarios.ENDING)) {
            throw Problem.usage("Expected a sheet of cases such as"
                    + " limits/position-weight.scenarios.csv, but got \"" + sheet + "\"");
        }
        Map<Long, ScenarioResult> failing = new HashMap<>();
        for (ScenarioResult result : Scenarios.run(files, new DroolsRuleBook(files, RuleTrust.of(state)))) {
            if (result.file().equals(sheet) && !result.passed() && (line == 0 || result.line() == line)) {
                failing.put(result.line(), result);
            }
        }
        if (failing.isEmpty()) {
            throw Problem.usage("Expected a case that does not say what its rule says, but "
                    + (line == 0 ? "all of " + sheet + " do" : "there is none in line " + line + " of " + sheet));
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        List<String> lines = new ArrayList<>(List.of(text.split("(?<=\n)", -1)));
        CsvFile.readText("rules/" + sheet, text, header -> row -> {
            ScenarioResult result = failing.get(row.line());
            if (result != null) {
                int at = Math.toIntExact(row.line()) - 1;
                List<String> cells = new ArrayList<>(row.cells());
                accepted(result).forEach((column, said) -> put(cells, row, column, said));
                String end =
                        lines.get(at).endsWith("\r\n") ? "\r\n" : lines.get(at).endsWith("\n") ? "\n" : "";
                lines.set(at, CsvText.line(cells.toArray()) + end);
            }
        });
        return String.join("", lines).getBytes(StandardCharsets.UTF_8);
    }

    private static SortedMap<String, String> accepted(ScenarioResult result) {
        if (result.accepted().isEmpty()) {
            throw Problem.usage("Expected that the rule says something of the case \"" + result.name() + "\" (line "
                    + result.line() + "), but it says " + result.got() + "; change the case itself");
        }
        return result.accepted();
    }

    private static void put(List<String> cells, Row row, String column, String text) {
        Optional<Integer> place = row.header().find(column);
        if (place.isEmpty() && !text.isEmpty()) {
            throw Problem.input(
                    row.place(0),
                    "Expected a column \"" + column + "\" for what the rule says, " + text + ", but there is none");
        }
        place.ifPresent(at -> cells.set(at, text));
    }
}
