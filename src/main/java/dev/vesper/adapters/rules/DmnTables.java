package dev.vesper.adapters.rules;

import dev.vesper.adapters.rules.sheet.DmnSheet;
import dev.vesper.adapters.rules.sheet.DmnText;
import dev.vesper.adapters.rules.sheet.DmnVersion;
import dev.vesper.basics.Problem;
import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.workbench.Finding;
import dev.vesper.desk.workbench.RuleNames;
import dev.vesper.desk.workbench.editing.NewTable;
import dev.vesper.desk.workbench.editing.TableTexts;
import dev.vesper.desk.workbench.sheet.Columns;
import dev.vesper.desk.workbench.sheet.EditedFile;
import dev.vesper.desk.workbench.sheet.SheetColumn;
import dev.vesper.desk.workbench.sheet.SheetFormat;
import dev.vesper.desk.workbench.sheet.TableSheet;
import dev.vesper.limits.measure.Measure;
import dev.vesper.limits.measure.Measures;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The tables of the rules folder as people look at them and edit them. */
public final class DmnTables implements TableTexts {
    private static final Pattern RULE = Pattern.compile("(?m)^rule\\b");

    private final Supplier<LocalDate> today;
    private final Supplier<KnownFirm> firm;

    /** Of no firm. */
    public DmnTables(Supplier<LocalDate> today) {
        this(today, () -> KnownFirm.NONE);
    }

    /**
     * Of a firm, whose files bring further inputs along.
     *
     * @param today by which rows are told that do not hold
     */
    public DmnTables(Supplier<LocalDate> today, Supplier<KnownFirm> firm) {
        this.today = today;
        this.firm = firm;
    }

    @Override
    public TableSheet sheet(String path, byte[] bytes) {
        return text(path, bytes).table().sheet();
    }

    @Override
    public byte[] written(String path, byte[] bytes, TableSheet edited) {
        return text(path, bytes).table().written(edited).bytes();
    }

    @Override
    public String forModeller(String path, byte[] bytes) {
        return DmnVersion.asModellersRead(text(path, bytes)).text();
    }

    @Override
    public String withInput(String path, byte[] xml, SheetColumn input) {
        data(path, xml);
        DmnSheet table = DmnVersion.asModellersRead(text(path, xml)).table();
        return table.written(Columns.added(table.sheet(), input)).text();
    }

    /** What a modeller sends is a table and nothing more, or nothing of it is read. */
    private static void data(String path, byte[] xml) {
        PlainTable.require(new Findings(RuleFile.of(path, xml)));
    }

    @Override
    public byte[] exported(String path, byte[] bytes, SheetFormat format) {
        DmnText text = text(path, bytes);
        return TableFiles.written(text, text.table(), format);
    }

    @Override
    public EditedFile edited(String path, byte[] bytes, String name, byte[] edited) {
        if (SheetFormat.ofFile(name).filter(SheetFormat.DMN::equals).isPresent()) {
            data(path, edited);
        }
        return TableFiles.edited(text(path, bytes).table(), name, edited, firm.get());
    }

    @Override
    public List<NewTable> kinds() {
        return NewTables.kinds(firm.get());
    }

    @Override
    public NewTable.Begun begun(String decision, String name, List<String> inputs) {
        return NewTables.begun(decision, name, inputs, firm.get());
    }

    @Override
    public List<Finding> findings(String path, FileSet before, FileSet files) {
        byte[] bytes = RuleNames.bytes(files, path);
        List<Finding> found = new ArrayList<>(looked(path, bytes));
        byte @Nullable [] was = before.files().get(path);
        if (was != null) {
            found.addAll(LostParts.table(path, was, bytes));
        }
        return found.stream().sorted(Finding.ORDER).toList();
    }

    private List<Finding> looked(String path, byte[] bytes) {
        Findings findings = new Findings(RuleFile.of(path, bytes));
        try {
            if (path.startsWith(RuleKind.APPROVAL.folder() + "/")) {
                DmnApprovalTable.compile(findings);
            } else if (path.startsWith(RuleKind.COMPLIANCE_TABLE.folder() + "/")) {
                DmnComplianceTable.compile(findings, KnownFirm.ANY).told(today.get());
            } else {
                DmnLimitTable.compile(findings, Measures.ALL, KnownFirm.ANY).told(today.get());
            }
        } catch (Problem refused) {
            if (!findings.anyError()) {
                throw refused;
            }
        }
        return findings.sorted();
    }

    @Override
    public List<SheetColumn> inputs(String decision, FileSet files) {
        return KnownInputs.of(decision, firm.get().withLists(lists(files)));
    }

    private static List<String> lists(FileSet files) {
        return files.files().keySet().stream()
                .filter(path -> path.startsWith(RuleKind.LIST.folder() + "/") && path.endsWith(RuleKind.LIST.ending()))
                .map(path -> path.substring(path.indexOf('/') + 1, path.indexOf('.')))
                .toList();
    }

    @Override
    public Optional<String> sentence(String decision) {
        return Measures.limitedBy(Measures.ALL, decision.strip()).map(Measure::sentence);
    }

    @Override
    public Optional<String> kind(String path) {
        return Arrays.stream(RuleKind.values())
                .filter(kind -> kind != RuleKind.LIST)
                .filter(kind -> path.startsWith(kind.folder() + "/") && path.endsWith(kind.ending()))
                .map(RuleKind::word)
                .findFirst();
    }

    @Override
    public String about(byte[] bytes) {
        return ComplianceRules.about(new String(bytes, StandardCharsets.UTF_8));
    }

    @Override
    public int rules(byte[] bytes) {
        return (int) RULE.matcher(new String(bytes, StandardCharsets.UTF_8))
                .results()
                .count();
    }

    private static DmnText text(String path, byte[] bytes) {
        return DmnText.of("rules/" + path, bytes);
    }
}
