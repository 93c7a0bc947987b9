package dev.vesper.adapters.rules;

import dev.vesper.adapters.rules.model.DecisionModel;
import dev.vesper.adapters.text.TextFile;
import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import dev.vesper.limits.measure.Measure;
import dev.vesper.limits.measure.Measures;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * One file, looked at as if it were to be used: a limit, a table of who approves, or a model of any other kind.
 *
 * @param what it is, in words
 * @param decisions it makes, by name
 */
public record CheckedFile(String what, List<String> decisions) {
    public CheckedFile {
        decisions = List.copyOf(decisions);
    }

    /**
     * Looks at a file.
     *
     * @throws Problem of kind INPUT that names file, line and cell of what does not hold
     */
    public static CheckedFile of(Path file) {
        String name = TextFile.nameOf(file);
        if (!name.endsWith(RuleKind.LIMIT.ending())) {
            throw Problem.input(
                    Place.of(name),
                    "Expected a *" + RuleKind.LIMIT.ending() + " file, which is a decision table or model, but it ends"
                            + " otherwise; compliance rules are looked at by ./vesper rules test");
        }
        List<String> decisions = DecisionModel.names(file);
        String only = decisions.size() == 1 ? decisions.getFirst().strip() : "";
        Path whole = file.toAbsolutePath().normalize();
        Path folder = Objects.requireNonNull(whole.getParent());
        if (only.equals(DmnApprovalTable.DECISION) || in(folder, RuleKind.APPROVAL)) {
            DmnApprovalTable.compile(new Findings(RuleFile.read(folder, whole)));
            return new CheckedFile("a table of who approves", decisions);
        }
        if (Measures.ALL.all().stream().map(Measure::decision).anyMatch(only::equals) || in(folder, RuleKind.LIMIT)) {
            DmnLimitTable.compile(new Findings(RuleFile.read(folder, whole)), Measures.ALL);
            return new CheckedFile("a limit", decisions);
        }
        DecisionModel.read(file);
        return new CheckedFile("a decision model, which is no table of a firm's rules", decisions);
    }

    private static boolean in(Path folder, RuleKind kind) {
        return folder.endsWith(Path.of("rules", kind.folder()));
    }
}
