package dev.vesper.desk.operations;

import dev.vesper.basics.Problem;
import dev.vesper.basics.Visible;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.workbench.editing.EditFiles;
import dev.vesper.desk.workbench.editing.FileLook;
import dev.vesper.desk.workbench.editing.RuleTable;
import dev.vesper.desk.workbench.sheet.SheetFormat;
import java.util.Base64;

/** Tables of the rules as files, for one caller. */
record RuleFileTopic(Guard guard, EditFiles files) implements RuleFiles {
    @Override
    public ReportFile show(String file, String draft, String format) {
        SheetFormat wanted = SheetFormat.ofWord(format);
        byte[] bytes = files.written(file, draft, wanted);
        String name = file.substring(file.lastIndexOf('/') + 1, file.lastIndexOf('.'));
        return ReportFile.of(name + (draft.isEmpty() ? "" : "-" + draft) + "." + wanted.word(), bytes);
    }

    @Override
    public FileLook look(String file, String draft, String name, String base64) {
        guard.requireOrRecord(Permission.EDIT_RULES, "try edits of the rules");
        return files.look(file, draft, plain(name), bytes(base64));
    }

    @Override
    public RuleTable save(String file, String draft, String seen, String name, String base64, String note) {
        String by = guard.named(Permission.EDIT_RULES, "write a draft of the rules", () -> false);
        return files.save(file, draft, seen, plain(name), bytes(base64), note, by);
    }

    /** As it is told where something of it is refused. */
    private static String plain(String name) {
        return Problem.shortened(
                Visible.line(name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)));
    }

    private static byte[] bytes(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException none) {
            throw Problem.usage("Expected a file in base 64, but it is none");
        }
    }
}
