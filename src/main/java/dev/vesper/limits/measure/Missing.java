package dev.vesper.limits.measure;

import java.util.List;

/**
 * What has to be known for a measure and is not, in the words of the verdict: "The average daily volume of IBM is unknown:
 * the share of it cannot be measured."
 *
 * @param what is unknown, for example {@code average daily volume}
 * @param consequence for example {@code the share of it cannot be measured}
 * @param wouldPass what would help, for example {@code prices with volumes}
 */
public record Missing(String what, String consequence, String wouldPass) {
    private static final int NAMED = 5;

    /** Names the first five symbols in their order and counts the rest. */
    public String sentence(List<String> symbols) {
        List<String> all = symbols.stream().distinct().sorted().toList();
        String named = String.join(", ", all.subList(0, Math.min(NAMED, all.size())));
        String rest = all.size() > NAMED ? " and " + (all.size() - NAMED) + " more" : "";
        return "The " + what + " of " + named + rest + " is unknown: " + consequence + ".";
    }
}
