package dev.vesper.adapters.firm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.vesper.adapters.text.TextFile;
import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import dev.vesper.execution.learn.HeldOut;
import dev.vesper.execution.learn.Situation;
import dev.vesper.execution.learn.UrgencyPolicy;
import dev.vesper.execution.learn.UrgencyPolicy.Arm;
import dev.vesper.execution.learn.UrgencyPolicy.Scale;
import java.nio.file.Path;
import java.util.List;

/** A learned policy as {@code execution learn} writes it, with what it was worth on days it was not learned from. */
public final class UrgencyPolicyFile {
    private static final int FORMAT = 1;
    private static final double MOST_URGENCY = 50;
    private static final int MOST_ARMS = 50;

    private static final ObjectMapper JSON = new ObjectMapper()
            .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private UrgencyPolicyFile() {}

    /**
     * What the file holds.
     *
     * @param format how it is written
     * @param situation names of the numbers, in the order of the scales
     * @param judged each day by what was learned from the others, then all of them
     */
    public record Learned(int format, List<String> situation, UrgencyPolicy policy, List<HeldOut> judged) {
        public Learned {
            situation = List.copyOf(situation);
            judged = List.copyOf(judged);
        }

        public Learned(UrgencyPolicy policy, List<HeldOut> judged) {
            this(FORMAT, Situation.NAMES, policy, judged);
        }
    }

    public static String text(Learned learned) {
        try {
            return JSON.writeValueAsString(learned) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Reads one.
     *
     * @throws Problem of kind INPUT where it is no such file, or its numbers cannot be
     */
    public static Learned read(Path file) {
        Learned learned;
        try {
            learned = JSON.readValue(TextFile.text(file), Learned.class);
        } catch (JsonProcessingException e) {
            throw wrong(file, e.getOriginalMessage());
        }
        if (learned.format() != FORMAT || !learned.situation().equals(Situation.NAMES)) {
            throw wrong(
                    file,
                    "it has format " + learned.format() + " of " + learned.situation() + ", not " + FORMAT + " of "
                            + Situation.NAMES);
        }
        if (!stands(learned.policy())) {
            throw wrong(file, "its numbers contradict each other");
        }
        return learned;
    }

    private static boolean stands(UrgencyPolicy policy) {
        int arms = policy.urgencies().size();
        int numbers = Situation.NAMES.size();
        return arms >= 1
                && arms <= MOST_ARMS
                && policy.arms().size() == arms
                && policy.own() >= 0
                && policy.own() < arms
                && policy.minutes() >= 1
                && policy.confidence() >= 0
                && policy.urgencies().stream().allMatch(urgency -> urgency >= 0 && urgency <= MOST_URGENCY)
                && policy.scales().size() == numbers
                && policy.scales().stream().allMatch(UrgencyPolicyFile::stands)
                && policy.arms().stream().allMatch(arm -> stands(arm, numbers + 1));
    }

    private static boolean stands(Scale scale) {
        return Double.isFinite(scale.mean())
                && Double.isFinite(scale.deviation())
                && scale.deviation() > 0
                && scale.least() <= scale.most();
    }

    private static boolean stands(Arm arm, int numbers) {
        return arm.coefficients().size() == numbers
                && arm.covariance().size() == numbers
                && arm.coefficients().stream().allMatch(Double::isFinite)
                && arm.covariance().stream()
                        .allMatch(row -> row.size() == numbers && row.stream().allMatch(Double::isFinite));
    }

    private static Problem wrong(Path file, String why) {
        return Problem.input(
                Place.of(TextFile.nameOf(file)), "Expected a policy as ./vesper execution learn writes it, but " + why);
    }
}
