package dev.vesper.adapters.rules;

import dev.vesper.adapters.text.CsvFile;
import dev.vesper.adapters.text.CsvText;
import dev.vesper.basics.Problem;
import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.workbench.AcceptCases;
import dev.vesper.limits.Outcome;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes over what limits and compliance rules say of their cases; every other line stays byte for byte. */
public final class AcceptedCases implements AcceptCases {
    private static final String OUTCOME = "outcome";
    private static final String PERMITTED = "permitted";
    private static final Pattern SAID = Pattern.compile("(pass|warn|deny|cut)(?: to ([0-9.]+))?: .*", Pattern.DOTALL);

    private final Path state;

    /** @param state where {@code ./vesper rules trust} keeps its list */
    public AcceptedCases(Path state) {
        this.state = state;
    }

    @Override
    public byte[] of(FileSet files, String sheet, int line) {
        byte[] bytes = files.files().get(sheet);
        boolean ofOrders =
                sheet.startsWith(RuleKind.LIMIT.folder() + "/") || sheet.startsWith(RuleKind.COMPLIANCE.folder() + "/");
        if (bytes == null || !ofOrders || !sheet.endsWith(Scenarios.ENDING)) {
            throw Problem.usage("Expected a sheet of cases of a limit or a compliance rule, such as"
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
                Said said = said(result);
                cells.set(header.require(OUTCOME), said.outcome().word());
                Optional<Integer> permitted = header.find(PERMITTED);
                if (permitted.isEmpty() && said.permitted().isPresent()) {
                    throw row.problem(
                            OUTCOME,
                            "Expected a column \"" + PERMITTED + "\" for the units that stay, but there is none");
                }
                permitted.ifPresent(column -> cells.set(column, said.permitted().orElse("")));
                String end =
                        lines.get(at).endsWith("\r\n") ? "\r\n" : lines.get(at).endsWith("\n") ? "\n" : "";
                lines.set(at, CsvText.line(cells.toArray()) + end);
            }
        });
        return String.join("", lines).getBytes(StandardCharsets.UTF_8);
    }

    private record Said(Outcome outcome, Optional<String> permitted) {}

    private static Said said(ScenarioResult result) {
        Matcher said = SAID.matcher(result.got());
        if (!said.matches()) {
            throw Problem.usage("Expected that the rule says something of the case \"" + result.name() + "\" (line "
                    + result.line() + "), but it says " + result.got() + "; change the case itself");
        }
        return new Said(Outcome.named(said.group(1)).orElseThrow(), Optional.ofNullable(said.group(2)));
    }
}
