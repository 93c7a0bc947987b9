package dev.vesper.adapters.rules;

import dev.vesper.adapters.rules.model.DecisionModel;
import dev.vesper.adapters.text.TextFile;
import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import dev.vesper.desk.workbench.Finding;
import dev.vesper.limits.lists.NamedList;
import dev.vesper.limits.measure.Measures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One file, looked at as if it were to be used: a limit, a compliance table, a list, a table of who approves, or a model of any other kind.
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
     * The same, and what its table lost that it had.
     *
     * @param file that was looked at
     * @param before its bytes as they were
     */
    public CheckedFile against(Path file, byte[] before) {
        String name = TextFile.nameOf(file);
        List<Finding> all = new ArrayList<>(findings);
        all.addAll(LostParts.table(name, before, TextFile.bytes(file, name, TextFile.LARGE)));
        return new CheckedFile(
                what, decisions, all.stream().sorted(Finding.ORDER).toList());
    }

    /**
     * Looks at a file.
     *
     * @param firm by which the file is looked at
     *
     * @throws Problem of kind INPUT that names file and line where it is no table and no model
     */
    public static CheckedFile of(Path file, KnownFirm firm) {
        return of(file, firm, Optional.empty());
    }

    /** The same, and what is to be said of a list on a day: what has expired by then, or is about to; and of the rows of a table. */
    public static CheckedFile of(Path file, KnownFirm firm, LocalDate day) {
        return of(file, firm, Optional.of(day));
    }

    private static CheckedFile of(Path file, KnownFirm known, Optional<LocalDate> day) {
        String name = TextFile.nameOf(file);
        Path whole = file.toAbsolutePath().normalize();
        Path folder = Objects.requireNonNull(whole.getParent());
        KnownFirm firm = besideLists(folder, known);
        if (folder.endsWith(RuleKind.LIST.folder()) && name.endsWith(RuleKind.LIST.ending())) {
            return looked("a list", List.of(), RuleFile.read(folder, whole), findings -> {
                NamedList list = ListFile.read(findings, firm);
                day.ifPresent(on -> ListFile.told(findings, list, on));
            });
        }
        if (!name.endsWith(RuleKind.LIMIT.ending())) {
            throw Problem.input(
                    Place.of(name),
                    "Expected a *" + RuleKind.LIMIT.ending()
                            + " file, which is a decision table or model, or a list in rules/" + RuleKind.LIST.folder()
                            + ", but it ends otherwise; code is looked at by ./vesper rules test");
        }
        List<String> decisions = DecisionModel.names(file);
        String only = decisions.size() == 1 ? decisions.getFirst().strip() : "";
        if (only.equals(DmnApprovalTable.DECISION) || in(folder, RuleKind.APPROVAL)) {
            return looked(
                    "a table of who approves", decisions, RuleFile.read(folder, whole), DmnApprovalTable::compile);
        }
        if (only.equals(DmnComplianceTable.DECISION) || in(folder, RuleKind.COMPLIANCE_TABLE)) {
            return looked("a compliance table", decisions, RuleFile.read(folder, whole), findings -> {
                DmnComplianceTable table = DmnComplianceTable.compile(findings, firm);
                day.ifPresent(table::told);
            });
        }
        if (Measures.limitedBy(Measures.ALL, only).isPresent() || in(folder, RuleKind.LIMIT)) {
            return looked("a limit", decisions, RuleFile.read(folder, whole), findings -> {
                DmnLimitTable table = DmnLimitTable.compile(findings, Measures.ALL, firm);
                day.ifPresent(table::told);
            });
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

    /** A table of a rules folder may ask for the lists of that folder. */
    private static KnownFirm besideLists(Path folder, KnownFirm firm) {
        Path lists = folder.resolveSibling(RuleKind.LIST.folder());
        if (!Files.isDirectory(lists)) {
            return firm;
        }
        try (Stream<Path> files = Files.list(lists)) {
            return firm.withLists(files.map(TextFile::nameOf)
                    .filter(name -> name.endsWith(RuleKind.LIST.ending()))
                    .map(name -> name.substring(0, name.indexOf('.')))
                    .toList());
        } catch (IOException e) {
            throw Problem.unavailable("Expected to list " + lists + ", but " + e.getMessage(), e);
        }
    }

    private static boolean in(Path folder, RuleKind kind) {
        return folder.endsWith(Path.of("rules", kind.folder()));
    }
}
