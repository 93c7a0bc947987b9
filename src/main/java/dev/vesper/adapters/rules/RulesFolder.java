package dev.vesper.adapters.rules;

import dev.vesper.adapters.rules.model.DecisionModel;
import dev.vesper.adapters.text.TextFile;
import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.workbench.RuleNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The rules folder as it lies on disk: tables, code, their cases and the list of what must be there. */
public final class RulesFolder {
    private static final int DEPTH = 3;

    private RulesFolder() {}

    /**
     * All its files that are rules, by their path below it; hidden ones are none.
     *
     * @throws Problem of kind INPUT where it is no rules folder or a file cannot be read, UNAVAILABLE where it cannot be listed
     */
    public static FileSet read(Path root) {
        for (RuleKind kind : List.of(RuleKind.LIMIT, RuleKind.COMPLIANCE)) {
            Path folder = root.resolve(kind.folder());
            if (!Files.isDirectory(folder)) {
                throw Problem.input(
                        Place.of(folder.toString()),
                        "Expected a folder of *" + kind.ending()
                                + " files, but there is none; maybe the rules folder is another");
            }
        }
        Map<String, byte[]> files = new HashMap<>();
        for (Path file : listed(root)) {
            String path = root.relativize(file).toString().replace('\\', '/');
            if (RuleNames.isRule(path) && !hidden(path)) {
                files.put(path, TextFile.bytes(file, "rules/" + path, TextFile.LARGE));
            }
        }
        FileSet folder = new FileSet(files);
        RequiredRules.declared(folder);
        return folder;
    }

    /**
     * A folder's files with one of them as it stands elsewhere, or one more: the file goes where its kind belongs.
     *
     * @param file a table, DRL or a list
     * @throws Problem of kind INPUT where the file is none of them
     */
    public static FileSet with(FileSet rules, Path file) {
        String name = TextFile.nameOf(file);
        if (Stream.of(RuleKind.values()).map(RuleKind::ending).noneMatch(name::endsWith)) {
            throw Problem.input(
                    Place.of(name),
                    "Expected a *" + RuleKind.LIMIT.ending() + " table, a *" + RuleKind.COMPLIANCE.ending()
                            + " file or a *" + RuleKind.LIST.ending() + " list, but it ends otherwise");
        }
        Map<String, byte[]> files = new HashMap<>(rules.files());
        RuleKind kind = Stream.of(RuleKind.COMPLIANCE, RuleKind.LIST)
                .filter(one -> name.endsWith(one.ending()))
                .findFirst()
                .orElseGet(() -> ofDecisions(DecisionModel.names(file)));
        files.put(kind.folder() + "/" + name, TextFile.bytes(file, name, TextFile.LARGE));
        return new FileSet(files);
    }

    private static RuleKind ofDecisions(List<String> names) {
        return switch (names.size() == 1 ? names.getFirst().strip() : "") {
            case DmnApprovalTable.DECISION -> RuleKind.APPROVAL;
            case DmnComplianceTable.DECISION -> RuleKind.COMPLIANCE_TABLE;
            default -> RuleKind.LIMIT;
        };
    }

    private static List<Path> listed(Path root) {
        try (Stream<Path> all = Files.walk(root, DEPTH)) {
            return all.filter(path -> !Files.isDirectory(path)).sorted().toList();
        } catch (IOException e) {
            throw Problem.unavailable("Expected to list " + root + ", but " + e.getMessage(), e);
        }
    }

    private static boolean hidden(String path) {
        return path.startsWith(".") || path.contains("/.");
    }
}
