package dev.vesper.execution.learn;

import dev.vesper.execution.learn.HeldOut.Gain;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Judges how well learning works: each day by a policy that was learned from the others. A day's own trials never have a part in
 * what is said of it.
 */
public final class LeaveOneDayOut {
    /** What all days are called together. */
    public static final String ALL = "all";

    private LeaveOneDayOut() {}

    /**
     * One for each day, then one for all of them.
     *
     * @throws IllegalArgumentException where there are fewer than two days, or too few windows to learn from
     */
    public static List<HeldOut> of(LearnUrgency learn, List<Trial> trials) {
        Map<String, List<Trial>> days =
                trials.stream().collect(Collectors.groupingBy(Trial::day, LinkedHashMap::new, Collectors.toList()));
        if (days.size() < 2) {
            throw new IllegalArgumentException(
                    "Expected two recorded days or more, to learn from some and judge on others, but got "
                            + days.size());
        }
        List<HeldOut> judged = new ArrayList<>();
        List<Gain> all = new ArrayList<>();
        days.forEach((day, own) -> {
            UrgencyPolicy policy = learn.from(
                    trials.stream().filter(trial -> !trial.day().equals(day)).toList());
            List<Gain> gains = HeldOut.gains(policy, own);
            judged.add(HeldOut.of(day, gains));
            all.addAll(gains);
        });
        judged.add(HeldOut.of(ALL, all));
        return judged;
    }
}
