package dev.vesper.adapters.rules;

import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import dev.vesper.desk.run.FileSet;
import java.util.List;
import java.util.Set;

/**
 * The rules that must be there, declared beside them in {@value #FILE}: a limit that was deleted, moved or renamed is a
 * fault, never a limit that does not bind. An emptied folder has lost its declaration too, and trades nothing.
 */
final class RequiredRules {
    static final String FILE = "required.txt";

    private RequiredRules() {}

    /**
     * Refuses a folder without the declaration.
     *
     * @throws Problem of kind INPUT
     */
    static void declared(FileSet folder) {
        if (!folder.files().containsKey(FILE)) {
            throw Problem.input(
                    Place.of("rules/" + FILE),
                    "Expected a list of the rules that must be there, one file a line, but there is none; maybe the rules"
                            + " folder was emptied or is another");
        }
    }

    /**
     * Refuses files that lack a declared rule. What judged a run holds no declaration: it was looked at before it judged.
     *
     * @param found the rule files that were read, by their path below the folder
     * @throws Problem of kind INPUT that names what is missing and where it is declared
     */
    static void check(FileSet files, Set<String> found) {
        byte[] declaration = files.files().get(FILE);
        if (declaration == null) {
            return;
        }
        RuleFile file = RuleFile.of(FILE, declaration);
        List<String> lines = file.text().lines().toList();
        int declared = 0;
        for (int i = 0; i < lines.size(); i++) {
            String rule = lines.get(i).strip();
            if (rule.isEmpty() || rule.startsWith("#")) {
                continue;
            }
            declared++;
            if (!found.contains(rule)) {
                throw file.problem(
                        i + 1,
                        "Expected the rule file rules/" + rule + ", which must be there, but it is not; put it"
                                + " back, or take its line out of this list if it is meant to go");
            }
        }
        if (declared == 0) {
            throw file.problem(0, "Expected at least one rule that must be there, but the list is empty");
        }
    }
}
