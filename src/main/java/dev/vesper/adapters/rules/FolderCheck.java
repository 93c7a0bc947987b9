package dev.vesper.adapters.rules;

import dev.vesper.basics.Problem;
import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.workbench.Finding;
import dev.vesper.desk.workbench.RuleCheck;
import dev.vesper.limits.measure.Measures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks at a whole rules folder: each table for all that is to be said of it, tables beside one another, then all files together as the next run would
 * load them, then the cases. What does not load, and each case that fails, is an error; what was there before and is not any
 * more is a warning.
 */
public final class FolderCheck implements RuleCheck {
    private static final Pattern PLACE = Pattern.compile("^rules/([^: ]++)(?::(\\d++))?(?::\\d++)?: ");

    private final Path state;

    /** @param state where {@code ./vesper rules trust} keeps its list */
    public FolderCheck(Path state) {
        this.state = state;
    }

    @Override
    public List<Finding> of(FileSet before, FileSet files) {
        List<Finding> found = new ArrayList<>(LostParts.of(before, files));
        if (!files.files().containsKey(RequiredRules.FILE)) {
            found.add(error(
                    RequiredRules.FILE,
                    0,
                    "no-required",
                    "Expected a list of the rules that must be there, one file a line, but there is none"));
        }
        List<RuleFile> lists = RuleFile.all(files, RuleKind.LIST);
        KnownFirm firm = KnownFirm.ANY.withLists(
                lists.stream().map(file -> file.rule().name()).toList());
        for (RuleFile file : lists) {
            found.addAll(looked(file, findings -> ListFile.read(findings, firm)));
        }
        List<DmnLimitTable> limits = new ArrayList<>();
        for (RuleFile file : RuleFile.all(files, RuleKind.LIMIT)) {
            found.addAll(looked(file, findings -> limits.add(DmnLimitTable.compile(findings, Measures.ALL, firm))));
        }
        List<DmnComplianceTable> compliance = new ArrayList<>();
        for (RuleFile file : RuleFile.all(files, RuleKind.COMPLIANCE_TABLE)) {
            found.addAll(looked(file, findings -> compliance.add(DmnComplianceTable.compile(findings, firm))));
        }
        found.addAll(AcrossTables.of(limits, compliance));
        for (RuleFile file : RuleFile.all(files, RuleKind.APPROVAL)) {
            found.addAll(looked(file, DmnApprovalTable::compile));
        }
        if (found.stream().noneMatch(FolderCheck::isError)) {
            found.addAll(together(files));
        }
        return found.stream().sorted(Finding.ORDER).toList();
    }

    private static List<Finding> looked(RuleFile file, Consumer<Findings> compiled) {
        Findings findings = new Findings(file);
        try {
            compiled.accept(findings);
        } catch (Problem refused) {
            if (!findings.anyError()) {
                return List.of(placed(refused));
            }
        }
        return findings.sorted();
    }

    private List<Finding> together(FileSet files) {
        try {
            DroolsRuleBook book = new DroolsRuleBook(files, RuleTrust.of(state));
            return Scenarios.run(files, book).stream()
                    .filter(result -> !result.passed())
                    .map(result -> error(
                            result.file(),
                            Math.toIntExact(result.line()),
                            "case",
                            "Expected " + result.expected() + " in the case \"" + result.name() + "\", but got "
                                    + result.got()))
                    .toList();
        } catch (Problem refused) {
            return List.of(placed(refused));
        }
    }

    private static Finding placed(Problem refused) {
        String message = String.valueOf(refused.getMessage());
        Matcher place = PLACE.matcher(message);
        return place.find()
                ? error(
                        place.group(1),
                        place.group(2) == null ? 0 : Integer.parseInt(place.group(2)),
                        "load",
                        message.substring(place.end()))
                : error("", 0, "load", message);
    }

    private static boolean isError(Finding finding) {
        return finding.severity() == Finding.Severity.ERROR;
    }

    private static Finding error(String file, int line, String code, String sentence) {
        return new Finding(Finding.Severity.ERROR, file, line, 0, "", code, sentence, new TreeMap<>());
    }
}
