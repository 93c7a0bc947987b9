package dev.vesper.rebalance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TargetWeightsTest {
    @Test
    void theCashBufferIsTakenOffEveryWeight() {
        TargetWeights target = new TargetWeights("hrp", new TreeMap<>(Map.of("GE", 0.75, "IBM", 0.25)));
        assertEquals(Map.of("GE", 0.6, "IBM", 0.2), rounded(target.ofValue(0.2)));
        assertEquals(target.weights(), target.ofValue(0));
        assertEquals(Map.of("GE", 0.75, "IBM", 0.25), target.weights(), "the weights themselves stay");
    }

    private static Map<String, Double> rounded(Map<String, Double> shares) {
        Map<String, Double> rounded = new TreeMap<>(shares);
        rounded.replaceAll((symbol, share) -> Math.round(share * 1e9) / 1e9);
        return rounded;
    }
}
