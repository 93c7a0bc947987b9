package dev.vesper.adapters.rules;

import dev.vesper.adapters.text.TextFile;
import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import dev.vesper.desk.run.FileSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The files of a rules folder, unread: what would judge if it were used. */
public final class RuleFolder {
    private RuleFolder() {}

    /**
     * All rule files of a folder, and which of them must be there.
     *
     * @throws Problem of kind INPUT where a part of the folder is missing
     */
    public static FileSet of(Path folder) {
        Map<String, byte[]> files = new TreeMap<>();
        for (RuleKind kind : RuleKind.values()) {
            if (kind != RuleKind.APPROVAL || Files.isDirectory(folder.resolve(kind.folder()))) {
                RuleFile.readAll(folder, kind)
                        .forEach(file -> files.putAll(file.kept().files()));
            }
        }
        Path required = folder.resolve(RequiredRules.FILE);
        if (Files.exists(required)) {
            files.put(RequiredRules.FILE, TextFile.bytes(required, "rules/" + RequiredRules.FILE));
        }
        return new FileSet(files);
    }

    /**
     * A folder's files with one of them as it stands elsewhere, or one more: the file goes where its name or its kind belongs.
     *
     * @param file a table or DRL
     * @throws Problem of kind INPUT where the file is neither
     */
    public static FileSet with(FileSet rules, Path file) {
        String name = TextFile.nameOf(file);
        RuleKind kind = name.endsWith(RuleKind.COMPLIANCE.ending()) ? RuleKind.COMPLIANCE : RuleKind.LIMIT;
        if (!name.endsWith(kind.ending())) {
            throw Problem.input(
                    Place.of(name),
                    "Expected a *" + RuleKind.LIMIT.ending() + " table or a *" + RuleKind.COMPLIANCE.ending()
                            + " file, but it ends otherwise");
        }
        Map<String, byte[]> files = new TreeMap<>(rules.files());
        String approval = RuleKind.APPROVAL.folder() + "/" + name;
        files.put(files.containsKey(approval) ? approval : kind.folder() + "/" + name, TextFile.bytes(file, name));
        return new FileSet(files);
    }
}
