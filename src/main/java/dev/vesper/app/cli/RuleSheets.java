package dev.vesper.app.cli;

import dev.vesper.adapters.rules.CheckedFile;
import dev.vesper.adapters.rules.KnownInputs;
import dev.vesper.adapters.rules.RuleKind;
import dev.vesper.adapters.rules.sheet.DmnSheet;
import dev.vesper.adapters.rules.sheet.DmnText;
import dev.vesper.adapters.rules.sheet.SheetCsv;
import dev.vesper.adapters.rules.sheet.SheetGrid;
import dev.vesper.adapters.rules.sheet.SheetImport;
import dev.vesper.adapters.rules.sheet.XlsxReader;
import dev.vesper.adapters.rules.sheet.XlsxWriter;
import dev.vesper.adapters.text.TextFile;
import dev.vesper.basics.NearestName;
import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import dev.vesper.app.terminal.Table;
import dev.vesper.basics.Visible;
import dev.vesper.desk.workbench.Finding;
import dev.vesper.limits.measure.FirmColumns;
import dev.vesper.desk.workbench.sheet.SheetChange;
import dev.vesper.desk.workbench.sheet.TableSheet;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tables to spreadsheets and back.
 *
 * @param rules the folder of the rules
 * @param state the state folder, in which no result is written
 */
record RuleSheets(Path rules, Path state, PrintWriter out, PrintWriter err) {
    private static final int WRONG = 2;

    /** The forms of a spreadsheet. */
    enum Format {
        XLSX,
        CSV;

        /** By how a file's name ends. */
        static @Nullable Format of(@Nullable Path file) {
            String name = file == null ? "" : TextFile.nameOf(file).toLowerCase(Locale.ROOT);
            return name.endsWith(".xlsx") ? XLSX : name.endsWith(".csv") ? CSV : null;
        }
    }

    /**
     * Writes a table as a spreadsheet.
     *
     * @param given or by how the file ends; CSV where neither tells
     */
    int export(String rule, @Nullable String decision, @Nullable Format given, @Nullable Path file) {
        Format named = Format.of(file);
        Format format = given != null ? given : named == null ? Format.CSV : named;
        TableSheet sheet = table(rule, decision).sheet();
        if (format == Format.CSV) {
            String csv = SheetCsv.written(sheet);
            if (file == null) {
                out.print(csv);
                out.flush();
                return 0;
            }
            OutFile.write(file, state, csv);
        } else if (file == null) {
            throw Problem.usage("Expected --out FILE for a workbook, but there is none; maybe --out " + rule + ".xlsx");
        } else {
            OutFile.write(file, state, XlsxWriter.written(sheet));
        }
        err.println(sheet.rows().size() + " rows of \"" + sheet.decision() + "\" written to " + file);
        err.flush();
        return 0;
    }

    /** Writes the table with a spreadsheet's rows as a DMN file, and says what changed. */
    int imported(Path spreadsheet, String into, @Nullable String decision, Path file) {
        DmnSheet table = table(into, decision);
        String name = TextFile.nameOf(spreadsheet);
        byte[] bytes = bytes(spreadsheet);
        SheetGrid grid =
                Format.of(spreadsheet) == Format.XLSX ? XlsxReader.read(name, bytes) : SheetCsv.read(name, bytes);
        SheetImport read = SheetImport.into(
                table.sheet(), grid, title -> KnownInputs.named(table.sheet().decision(), title));
        if (!read.faults().isEmpty()) {
            read.faults().forEach(fault -> err.println(Visible.line(fault.toString())));
            err.println(read.faults().size() + " cells or parts of " + name + " do not hold; nothing was written");
            err.flush();
            return WRONG;
        }
        List<SheetChange> changes = SheetChange.between(table.sheet(), read.sheet());
        OutFile.write(file, state, table.written(read.sheet()).bytes());
        changes.forEach(change -> out.println(Visible.line(change.sentence())));
        out.println(changes.isEmpty() ? "nothing changed" : changes.size() + " changes, written to " + file);
        out.flush();
        List<Finding> findings = CheckedFile.of(file, FirmColumns.ANY).findings();
        if (!findings.isEmpty()) {
            err.print(RuleFindings.table(findings).render(Table.Format.TABLE));
            err.flush();
        }
        RuleFindings.refuse(TextFile.nameOf(file), findings);
        return 0;
    }

    private DmnSheet table(String rule, @Nullable String decision) {
        Path file = file(rule);
        DmnText text = DmnText.of(TextFile.nameOf(file), bytes(file));
        return decision == null ? text.table() : text.table(decision);
    }

    /** A file, or the table of that name in the folder of the rules. */
    private Path file(String rule) {
        if (rule.endsWith(RuleKind.LIMIT.ending())) {
            return Path.of(rule);
        }
        List<Path> tables = Stream.of(RuleKind.LIMIT, RuleKind.APPROVAL)
                .map(kind -> rules.resolve(kind.folder()))
                .flatMap(RuleSheets::tables)
                .toList();
        return tables.stream()
                .filter(file -> name(file).equals(rule))
                .findFirst()
                .orElseThrow(() -> Problem.usage("Expected a table or a *.dmn file, but there is no table \""
                        + Visible.line(rule) + "\""
                        + NearestName.hint(
                                rule, tables.stream().map(RuleSheets::name).toList())
                        + "; ./vesper rules list shows them"));
    }

    private static String name(Path file) {
        String name = TextFile.nameOf(file);
        return name.substring(0, name.length() - RuleKind.LIMIT.ending().length());
    }

    private static Stream<Path> tables(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .filter(file -> TextFile.nameOf(file).endsWith(RuleKind.LIMIT.ending()))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException failed) {
            throw Problem.unavailable("Expected to read " + folder + ", but " + failed.getMessage(), failed);
        }
    }

    private static byte[] bytes(Path file) {
        if (!Files.isRegularFile(file)) {
            throw Problem.input(
                    Place.of(TextFile.nameOf(file)), "Expected a file, but " + file.toAbsolutePath() + " is none");
        }
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(DmnText.MOST_BYTES + 1);
        } catch (IOException failed) {
            throw Problem.unavailable("Expected to read " + file + ", but " + failed.getMessage(), failed);
        }
    }
}
