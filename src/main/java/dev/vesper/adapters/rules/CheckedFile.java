package dev.vesper.adapters.rules;

import dev.vesper.adapters.rules.model.DecisionModel;
import dev.vesper.adapters.text.TextFile;
import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import dev.vesper.desk.workbench.Finding;
import dev.vesper.limits.measure.Measure;
import dev.vesper.limits.measure.Measures;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * One file, looked at as if it were to be used: a limit, a compliance table, a table of who approves, or a model of any other kind.
 *
 * @param what it is, in words
 * @param decisions it makes, by name
 * @param findings all that is to be said of it, errors among them; a model that does not hold is refused
 */
public record CheckedFile(String what, List<String> decisions, List<Finding> findings) {
    public CheckedFile {
        decisions = List.copyOf(decisions);
        findings = List.copyOf(findings);
    }

    /** Whether it could be used. */
    public boolean holds() {
        return findings.stream().noneMatch(finding -> finding.severity() == Finding.Severity.ERROR);
    }

    /**
     * Looks at a file.
     *
     * @param firm by which the file is looked at
     *
     * @throws Problem of kind INPUT that names file and line where it is no table and no model
     */
    public static CheckedFile of(Path file, KnownFirm firm) {
        String name = TextFile.nameOf(file);
        if (!name.endsWith(RuleKind.LIMIT.ending())) {
            throw Problem.input(
                    Place.of(name),
                    "Expected a *" + RuleKind.LIMIT.ending() + " file, which is a decision table or model, but it ends"
                            + " otherwise; code is looked at by ./vesper rules test");
        }
        List<String> decisions = DecisionModel.names(file);
        String only = decisions.size() == 1 ? decisions.getFirst().strip() : "";
        Path whole = file.toAbsolutePath().normalize();
        Path folder = Objects.requireNonNull(whole.getParent());
        if (only.equals(DmnApprovalTable.DECISION) || in(folder, RuleKind.APPROVAL)) {
            return looked(
                    "a table of who approves", decisions, RuleFile.read(folder, whole), DmnApprovalTable::compile);
        }
        if (only.equals(DmnComplianceTable.DECISION) || in(folder, RuleKind.COMPLIANCE_TABLE)) {
            return looked(
                    "a compliance table",
                    decisions,
                    RuleFile.read(folder, whole),
                    findings -> DmnComplianceTable.compile(findings, firm));
        }
        if (Measures.ALL.all().stream().map(Measure::decision).anyMatch(only::equals) || in(folder, RuleKind.LIMIT)) {
            return looked(
                    "a limit",
                    decisions,
                    RuleFile.read(folder, whole),
                    findings -> DmnLimitTable.compile(findings, Measures.ALL, firm));
        }
        DecisionModel.read(file);
        return new CheckedFile("a decision model, which is no table of a firm's rules", decisions, List.of());
    }

    private static CheckedFile looked(String what, List<String> decisions, RuleFile file, Consumer<Findings> compiled) {
        Findings findings = new Findings(file);
        try {
            compiled.accept(findings);
        } catch (Problem refused) {
            if (!findings.anyError()) {
                throw refused;
            }
        }
        return new CheckedFile(what, decisions, findings.sorted());
    }

    private static boolean in(Path folder, RuleKind kind) {
        return folder.endsWith(Path.of("rules", kind.folder()));
    }
}
