package dev.vesper.adapters.rules;

import dev.vesper.adapters.rules.sheet.DmnText;
import dev.vesper.basics.Problem;
import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.workbench.Finding;
import dev.vesper.desk.workbench.RuleNames;
import dev.vesper.desk.workbench.editing.NewTable;
import dev.vesper.desk.workbench.editing.TableTexts;
import dev.vesper.desk.workbench.sheet.EditedFile;
import dev.vesper.desk.workbench.sheet.SheetColumn;
import dev.vesper.desk.workbench.sheet.SheetFormat;
import dev.vesper.desk.workbench.sheet.TableSheet;
import dev.vesper.limits.measure.Measure;
import dev.vesper.limits.measure.Measures;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The tables of the rules folder as people look at them and edit them. */
public final class DmnTables implements TableTexts {
    private static final Pattern RULE = Pattern.compile("(?m)^rule\\b");

    private final Supplier<LocalDate> today;
    private final Supplier<KnownFirm> firm;

    /**
     * Of a firm.
     *
     * @param today by which rows are told that do not hold
     * @param firm whose further columns can be asked for
     */
    public DmnTables(Supplier<LocalDate> today, Supplier<KnownFirm> firm) {
        this.today = today;
        this.firm = firm;
    }

    /** Of whatever firm. */
    public DmnTables(Supplier<LocalDate> today) {
        this(today, () -> KnownFirm.ANY);
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
    public byte[] exported(String path, byte[] bytes, SheetFormat format) {
        DmnText text = text(path, bytes);
        return TableFiles.written(text, text.table(), format);
    }

    @Override
    public EditedFile edited(FileSet files, String path, String name, byte[] edited) {
        return TableFiles.edited(text(path, RuleNames.bytes(files, path)).table(), name, edited, beside(files));
    }

    /** The firm, with the lists beside a table. */
    private KnownFirm beside(FileSet files) {
        return firm.get()
                .withLists(RuleFile.all(files, RuleKind.LIST).stream()
                        .map(file -> file.rule().name())
                        .toList());
    }

    @Override
    public List<NewTable> kinds() {
        return NewTables.kinds();
    }

    @Override
    public NewTable.Begun begun(String decision, String name, List<String> inputs) {
        return NewTables.begun(decision, name, inputs);
    }

    @Override
    public List<Finding> findings(String path, byte[] bytes) {
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
    public List<SheetColumn> inputs(FileSet files, String decision) {
        return KnownInputs.of(decision, beside(files));
    }

    @Override
    public Optional<String> sentence(String decision) {
        return Measures.ALL.all().stream()
                .filter(measure -> measure.decision().equals(decision.strip()))
                .map(Measure::sentence)
                .findFirst();
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
    public int rules(byte[] bytes) {
        return (int) RULE.matcher(new String(bytes, StandardCharsets.UTF_8))
                .results()
                .count();
    }

    private static DmnText text(String path, byte[] bytes) {
        return DmnText.of("rules/" + path, bytes);
    }
}
