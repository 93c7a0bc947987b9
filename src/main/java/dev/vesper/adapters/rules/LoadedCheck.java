package dev.vesper.adapters.rules;

import dev.vesper.basics.Problem;
import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.workbench.Finding;
import dev.vesper.desk.workbench.RuleCheck;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Loads rules as the next run would, and runs their cases: what does not load, and each case that fails, is an error. */
public final class LoadedCheck implements RuleCheck {
    private static final Pattern PLACE = Pattern.compile("^rules/([^: ]++)(?::(\\d++))?(?::\\d++)?: ");

    private final Path state;

    /** @param state where {@code ./vesper rules trust} keeps its list */
    public LoadedCheck(Path state) {
        this.state = state;
    }

    @Override
    public List<Finding> of(FileSet files) {
        try {
            DroolsRuleBook book = new DroolsRuleBook(files, RuleTrust.of(state));
            return Scenarios.run(files, book).stream()
                    .filter(result -> !result.passed())
                    .map(result -> error(
                            result.file(),
                            Math.toIntExact(result.line()),
                            "case",
                            "Expected " + result.expected() + " in the case \"" + result.name() + "\", but got "
                                    + result.got()))
                    .sorted(Finding.ORDER)
                    .toList();
        } catch (Problem refused) {
            String message = String.valueOf(refused.getMessage());
            Matcher place = PLACE.matcher(message);
            return List.of(
                    place.find()
                            ? error(
                                    place.group(1),
                                    place.group(2) == null ? 0 : Integer.parseInt(place.group(2)),
                                    "load",
                                    message.substring(place.end()))
                            : error("", 0, "load", message));
        }
    }

    private static Finding error(String file, int line, String code, String sentence) {
        return new Finding(Finding.Severity.ERROR, file, line, 0, "", code, sentence, new TreeMap<>());
    }
}
