package dev.vesper.approvals;

import dev.vesper.basics.FieldSum;
import dev.vesper.orders.slice.RowSum;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How many people must approve a proposal, and of which groups.
 *
 * @param steps in the order of their numbers, one at least
 * @param because who asked for them, a sentence each: the table with its version and row, the account
 */
public record ApprovalsNeeded(List<ApprovalStep> steps, List<String> because) {
    /** What every proposal needed before steps were data: one checker. */
    public static final ApprovalsNeeded ONE_CHECKER = new ApprovalsNeeded(List.of(ApprovalStep.CHECKER), List.of());

    public ApprovalsNeeded {
        steps = List.copyOf(steps);
        because = List.copyOf(because);
    }

    /**
     * What a table asks for.
     *
     * @param groups one for each approval, the same one as often as people of it are needed
     * @param because which table in which version asks by which row, of which account
     */
    public record Asked(List<String> groups, String because) {
        public Asked {
            groups = List.copyOf(groups);
        }
    }

    /**
     * Puts together what the process draws and what the tables ask. All are met: of each group as many people are needed as
     * the largest of them wants. What the drawn groups do not cover is asked at the step that has no group, where there is
     * none at the one with the highest number; so the tables alone decide how many.
     *
     * @param drawn by the process, in the order of their numbers, one at least
     * @param asked by the tables; where there are none, one checker is needed
     */
    public static ApprovalsNeeded of(List<DrawnStep> drawn, List<Asked> asked) {
        Map<String, Integer> wanted = new LinkedHashMap<>();
        for (Asked one : asked.isEmpty() ? List.of(new Asked(List.of(ApprovalStep.CHECKERS), "")) : asked) {
            count(one.groups()).forEach((group, people) -> wanted.merge(group, people, Math::max));
        }
        List<ApprovalStep> steps = new ArrayList<>();
        for (DrawnStep step : drawn) {
            step.group().ifPresent(group -> {
                steps.add(new ApprovalStep(step.number(), group, step.number()));
                wanted.merge(group, -1, Integer::sum);
            });
        }
        int highest = drawn.getLast().number();
        Optional<Integer> open = drawn.stream()
                .filter(step -> step.group().isEmpty())
                .map(DrawnStep::number)
                .findFirst();
        int at = open.orElse(highest);
        int next = highest + 1;
        boolean free = open.isPresent();
        for (Map.Entry<String, Integer> group : wanted.entrySet()) {
            for (int i = 0; i < group.getValue(); i++) {
                steps.add(new ApprovalStep(free ? at : next++, group.getKey(), at));
                free = false;
            }
        }
        steps.sort(Comparator.comparingInt(ApprovalStep::number));
        return new ApprovalsNeeded(
                steps, asked.stream().map(Asked::because).distinct().toList());
    }

    private static Map<String, Integer> count(List<String> groups) {
        Map<String, Integer> count = new LinkedHashMap<>();
        groups.forEach(group -> count.merge(group, 1, Integer::sum));
        return count;
    }

    /** The steps that a step of the process asks. */
    public List<ApprovalStep> at(int drawn) {
        return steps.stream().filter(step -> step.at() == drawn).toList();
    }

    /** The sum over the steps and over who asked for them, versions of the tables included. */
    public RowSum sum() {
        FieldSum sum = new FieldSum();
        for (ApprovalStep step : steps) {
            sum.add(Integer.toString(step.number()));
            sum.add(step.group());
            sum.add(Integer.toString(step.at()));
        }
        because.forEach(sum::add);
        return new RowSum(steps.size(), sum.hex());
    }

    /** In a line: {@code checkers, checkers, risk}. */
    public String groups() {
        return String.join(", ", steps.stream().map(ApprovalStep::group).toList());
    }
}
