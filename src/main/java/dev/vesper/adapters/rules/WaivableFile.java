package dev.vesper.adapters.rules;

import dev.vesper.desk.run.FileSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which rules may be waived, declared beside them in {@value #FILE}, one file a line: it changes as the rules do, by people who
 * agree. A rule that no line names is never waived, so a folder without the list waives nothing; a line may name a rule that
 * there is no more.
 */
final class WaivableFile {
    static final String FILE = "waivable.txt";

    private static final List<RuleKind> JUDGES = List.of(RuleKind.LIMIT, RuleKind.COMPLIANCE);

    private WaivableFile() {}

    /**
     * The names of the declared rules that there are.
     *
     * @param found the rule files that were read, by their path below the folder
     * @throws dev.vesper.basics.Problem of kind INPUT that names a line that can be no such rule
     */
    static Set<String> names(FileSet files, Set<String> found) {
        byte[] declaration = files.files().get(FILE);
        Set<String> names = new TreeSet<>();
        if (declaration == null) {
            return names;
        }
        RuleFile file = RuleFile.of(FILE, declaration);
        List<String> lines = file.text().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String rule = lines.get(i).strip();
            if (rule.isEmpty() || rule.startsWith("#")) {
                continue;
            }
            if (JUDGES.stream()
                    .noneMatch(kind -> rule.startsWith(kind.folder() + "/") && rule.endsWith(kind.ending()))) {
                throw file.problem(
                        i + 1,
                        "Expected the file of a limit or of a compliance rule, such as limits/position-weight.dmn, but"
                                + " it says \"" + rule + "\"");
            }
            if (found.contains(rule)) {
                names.add(rule.substring(rule.indexOf('/') + 1, rule.lastIndexOf('.')));
            }
        }
        return names;
    }
}
