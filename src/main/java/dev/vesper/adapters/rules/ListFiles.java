package dev.vesper.adapters.rules;

import dev.vesper.adapters.rules.sheet.DmnText;
import dev.vesper.basics.Fields;
import dev.vesper.basics.NearestName;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Visible;
import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.workbench.Finding;
import dev.vesper.desk.workbench.editing.ListTexts;
import dev.vesper.desk.workbench.sheet.SheetColumn;
import dev.vesper.desk.workbench.sheet.SheetRow;
import dev.vesper.desk.workbench.sheet.TableSheet;
import dev.vesper.limits.compliance.Restricted;
import dev.vesper.limits.lists.ListKind;
import dev.vesper.limits.lists.NamedList;
import dev.vesper.limits.measure.GroupWeight;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;

/** The files of {@code rules/lists}. */
public final class ListFiles implements ListTexts {
    private static final String FOLDER = RuleKind.LIST.folder() + "/";
    private static final String ENDING = RuleKind.LIST.ending();

    private final Supplier<LocalDate> today;

    /** @param today the day that decides where none is said */
    public ListFiles(Supplier<LocalDate> today) {
        this.today = today;
    }

    @Override
    public LocalDate today() {
        return today.get();
    }

    @Override
    public String file(String name) {
        return FOLDER + name + ENDING;
    }

    @Override
    public List<String> names(FileSet files) {
        return RuleFile.all(files, RuleKind.LIST).stream()
                .map(file -> file.rule().name())
                .toList();
    }

    @Override
    public TableSheet sheet(String file, byte[] bytes) {
        return CsvSheet.read(RuleFile.of(file, bytes), file, _ -> {}, ListFiles::column);
    }

    /** In the order of the file, so none is of the kind that other columns stand before. */
    private static SheetColumn column(String name) {
        return new SheetColumn(SheetColumn.Kind.ANNOTATION, name, "", "", "");
    }

    @Override
    public String of(TableSheet sheet) {
        return sheet.titles().stream()
                .filter(ListKind.columns()::contains)
                .findFirst()
                .orElse("");
    }

    @Override
    public List<SheetColumn> further(TableSheet sheet) {
        return sheet.titles().contains(ListFile.FROM) ? List.of() : List.of(column(ListFile.FROM));
    }

    @Override
    public byte[] written(String file, byte[] bytes, TableSheet edited) {
        return CsvSheet.written(bytes, sheet(file, bytes), edited);
    }

    @Override
    public byte[] empty(String of) {
        if (!ListKind.columns().contains(of)) {
            throw Problem.usage("Expected one of " + ListKind.columns() + ", which the entries are, but got \""
                    + Problem.shortened(Visible.line(of)) + "\"" + NearestName.hint(of, ListKind.columns()));
        }
        return (String.join(",", of, ListFile.OWNER, ListFile.REASON, ListFile.FROM, ListFile.UNTIL) + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public List<Finding> findings(String file, byte[] bytes, LocalDate on) {
        Findings findings = new Findings(RuleFile.of(file, bytes));
        read(findings).ifPresent(list -> ListFile.told(findings, list, on));
        return findings.sorted();
    }

    @Override
    public List<String> states(String file, byte[] bytes, LocalDate on) {
        return read(new Findings(RuleFile.of(file, bytes))).stream()
                .flatMap(list -> list.entries().stream())
                .map(entry -> entry.on(on).name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .toList();
    }

    /** Empty where something of it does not hold. */
    private static Optional<NamedList> read(Findings findings) {
        try {
            return Optional.of(ListFile.read(findings, KnownFirm.ANY));
        } catch (Problem refused) {
            if (!findings.anyError()) {
                throw refused;
            }
            return Optional.empty();
        }
    }

    @Override
    public List<String> uses(FileSet files, String name) {
        String key = Fields.key(name);
        SortedSet<String> uses = new TreeSet<>();
        if (key.equals(NamedList.RESTRICTED)) {
            RuleFile.all(files, RuleKind.COMPLIANCE).stream()
                    .filter(code -> code.text().contains(Restricted.class.getName()))
                    .forEach(code -> uses.add(code.path()));
        }
        for (RuleKind kind : List.of(RuleKind.LIMIT, RuleKind.COMPLIANCE_TABLE)) {
            for (RuleFile file : RuleFile.all(files, kind)) {
                if (asks(file, key)) {
                    uses.add(file.path());
                }
            }
        }
        return new ArrayList<>(uses);
    }

    /** Of a file that cannot be read it is not known. */
    private static boolean asks(RuleFile file, String key) {
        TableSheet sheet;
        try {
            sheet = DmnText.of(file.path(), file.kept().files().getOrDefault(file.path(), new byte[0]))
                    .table()
                    .sheet();
        } catch (Problem unread) {
            return false;
        }
        for (int c = 0; c < sheet.columns().size(); c++) {
            SheetColumn column = sheet.columns().get(c);
            if (column.kind() == SheetColumn.Kind.INPUT
                    && (asks(column.name(), key)
                            || (column.name().equals(GroupWeight.LIST.name()) && names(sheet, c, key)))) {
                return true;
            }
        }
        return false;
    }

    /** Whether an input is whether something stands on a list. */
    private static boolean asks(String input, String key) {
        return input.startsWith(KnownFacts.ON_LIST)
                && Fields.key(input.substring(KnownFacts.ON_LIST.length())).equals(key);
    }

    /** Whether a cell of a column names a list, or takes every one. */
    private static boolean names(TableSheet sheet, int column, String key) {
        for (SheetRow row : sheet.rows()) {
            String cell = row.cells().get(column).strip();
            if (cell.isEmpty()
                    || cell.equals("-")
                    || cell.startsWith("not(")
                    || quoted(cell).contains(key)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> quoted(String cell) {
        List<String> words = new ArrayList<>();
        String[] parts = cell.split("\"", -1);
        for (int p = 1; p < parts.length; p += 2) {
            words.add(Fields.key(parts[p]));
        }
        return words;
    }
}
