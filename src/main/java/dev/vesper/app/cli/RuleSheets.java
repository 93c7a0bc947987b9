package dev.vesper.app.cli;

import dev.vesper.adapters.rules.CheckedFile;
import dev.vesper.adapters.rules.KnownFirm;
import dev.vesper.adapters.rules.RuleKind;
import dev.vesper.adapters.rules.TableFiles;
import dev.vesper.adapters.rules.sheet.DmnSheet;
import dev.vesper.adapters.rules.sheet.DmnText;
import dev.vesper.adapters.rules.sheet.SheetCsv;
import dev.vesper.adapters.text.TextFile;
import dev.vesper.app.terminal.Table;
import dev.vesper.basics.Counted;
import dev.vesper.basics.NearestName;
import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Visible;
import dev.vesper.desk.workbench.Finding;
import dev.vesper.desk.workbench.sheet.EditedFile;
import dev.vesper.desk.workbench.sheet.SheetChange;
import dev.vesper.desk.workbench.sheet.SheetFormat;
import dev.vesper.desk.workbench.sheet.TableSheet;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tables to spreadsheets and modellers and back.
 *
 * @param rules the folder of the rules
 * @param state the state folder, in which no result is written
 * @param firm by which tables are looked at
 */
record RuleSheets(Path rules, Path state, KnownFirm firm, PrintWriter out, PrintWriter err) {
    private static final int WRONG = 2;

    /**
     * Writes a table for a spreadsheet or a modeller.
     *
     * @param given or by how the file ends; CSV where neither tells
     */
    int export(String rule, @Nullable String decision, @Nullable SheetFormat given, @Nullable Path file) {
        SheetFormat format = given != null
                ? given
                : SheetFormat.ofFile(file == null ? "" : TextFile.nameOf(file)).orElse(SheetFormat.CSV);
        DmnText text = text(rule);
        DmnSheet table = table(text, decision);
        TableSheet sheet = table.sheet();
        if (file == null && format == SheetFormat.CSV) {
            out.print(SheetCsv.written(sheet));
            out.flush();
            return 0;
        }
        if (file == null) {
            throw Problem.usage("Expected --out FILE, but there is none; maybe --out " + TextFile.nameOf(Path.of(rule))
                    + "." + format.word());
        }
        OutFile.write(file, state, TableFiles.written(text, table, format));
        err.println(sheet.rows().size() + " rows of \"" + sheet.decision() + "\" written to " + file);
        err.flush();
        return 0;
    }

    /** Writes the table with what was edited elsewhere as a DMN file, and says what changed. */
    int imported(Path edited, String into, @Nullable String decision, Path file) {
        DmnSheet table = table(text(into), decision);
        String name = TextFile.nameOf(edited);
        EditedFile read = TableFiles.edited(table, name, bytes(edited), firm);
        if (!read.kept().isEmpty()) {
            err.println("kept, which the modeller had dropped: " + String.join(", ", read.kept()));
            err.flush();
        }
        if (!read.refused().isEmpty()) {
            read.refused().forEach(fault -> err.println(Visible.line(fault.toString())));
            err.println(read.refused().size() + " cells or parts of " + name + " do not hold; nothing was written");
            err.flush();
            return WRONG;
        }
        return write(table, read, file);
    }

    private int write(DmnSheet table, EditedFile edited, Path file) {
        List<SheetChange> changes = edited.changes();
        OutFile.write(file, state, table.written(edited.after()).bytes());
        changes.forEach(change -> out.println(Visible.line(change.sentence())));
        out.println(
                changes.isEmpty() ? "nothing changed" : Counted.of(changes.size(), "change") + ", written to " + file);
        out.flush();
        List<Finding> findings = CheckedFile.of(file, firm).findings();
        if (!findings.isEmpty()) {
            err.print(RuleFindings.table(findings).render(Table.Format.TABLE));
            err.flush();
        }
        RuleFindings.refuse(TextFile.nameOf(file), findings);
        return 0;
    }

    private DmnText text(String rule) {
        Path file = file(rule);
        return DmnText.of(TextFile.nameOf(file), bytes(file));
    }

    private static DmnSheet table(DmnText text, @Nullable String decision) {
        return decision == null ? text.table() : text.table(decision);
    }

    /** A file, or the table of that name in the folder of the rules. */
    private Path file(String rule) {
        if (rule.endsWith(RuleKind.LIMIT.ending())) {
            return Path.of(rule);
        }
        List<Path> tables = Stream.of(RuleKind.LIMIT, RuleKind.COMPLIANCE_TABLE, RuleKind.APPROVAL)
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
