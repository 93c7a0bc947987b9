package dev.vesper.adapters.rules;

import dev.vesper.basics.Problem;
import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.workbench.Guard;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The cases of a change, and those of the version before that hold by its rules as well, asked of the rules that judge. Cases
 * that the change was meant to contradict are not asked.
 */
public final class GuardCases implements Guard {
    private final Path state;
    private final Supplier<WatchedRules> live;

    /** @param state where {@code ./vesper rules trust} keeps its list */
    public GuardCases(Path state, Supplier<WatchedRules> live) {
        this.state = state;
        this.live = live;
    }

    /**
     * One sheet of cases.
     *
     * @param lines of the cases that hold
     */
    private record Sheet(FileSet file, Set<Long> lines) {}

    @Override
    public Expected expect(FileSet before, FileSet now) {
        DroolsRuleBook checked = new DroolsRuleBook(now, RuleTrust.of(state));
        List<Sheet> sheets = new ArrayList<>();
        for (Map.Entry<String, byte[]> file : now.files().entrySet()) {
            add(file.getKey(), file.getValue(), checked, sheets);
        }
        for (Map.Entry<String, byte[]> file : before.files().entrySet()) {
            if (!Arrays.equals(file.getValue(), now.files().get(file.getKey()))) {
                add(file.getKey(), file.getValue(), checked, sheets);
            }
        }
        return new Asked(sheets, live);
    }

    private static void add(String path, byte[] bytes, DroolsRuleBook checked, List<Sheet> sheets) {
        if (!path.endsWith(Scenarios.ENDING)) {
            return;
        }
        FileSet file = new FileSet(Map.of(path, bytes));
        try {
            Set<Long> lines = Scenarios.run(file, checked).stream()
                    .filter(ScenarioResult::passed)
                    .map(ScenarioResult::line)
                    .collect(Collectors.toSet());
            sheets.add(new Sheet(file, lines));
        } catch (Problem gone) {
            // cases of a rule that there is no more, or of facts that it does not know any more
        }
    }

    private record Asked(List<Sheet> sheets, Supplier<WatchedRules> live) implements Expected {
        @Override
        public int asked() {
            return sheets.stream().mapToInt(sheet -> sheet.lines().size()).sum();
        }

        @Override
        public List<String> failing() {
            DroolsRuleBook book = live.get().live();
            return sheets.stream()
                    .flatMap(sheet -> Scenarios.run(sheet.file(), book).stream()
                            .filter(result -> sheet.lines().contains(result.line()) && !result.passed()))
                    .map(result -> result.file() + ":" + result.line() + ": the case \"" + result.name()
                            + "\" held when it was looked at, and now it expects " + result.expected() + " but gets "
                            + result.got())
                    .toList();
        }
    }
}
