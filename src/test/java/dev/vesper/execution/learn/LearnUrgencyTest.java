package dev.vesper.execution.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Trials in, policy out: what was planted is found, what was not is left alone. */
class LearnUrgencyTest {
    private static final LearnUrgency LEARN = new LearnUrgency(List.of(0.0, 3.0, 12.0), /* own= */ 1, 1.645, 30);
    private static final Situation RUNNING = new Situation(0.05, 2, 15, 30, 0.5);
    private static final Situation COMING_BACK = new Situation(0.05, 2, -15, 30, 0.5);

    /**
     * @param planted basis points by which early orders cost less for each by which the market ran away, and late ones more
     * @param noise standard deviation of what the windows add
     */
    private static List<Trial> trials(int days, double planted, double noise) {
        Random random = new Random(11);
        List<Trial> trials = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            for (int window = 0; window < 12; window++) {
                double late = noise * random.nextGaussian();
                double early = noise * random.nextGaussian();
                for (int order = 0; order < 4; order++) {
                    double drift = 40 * random.nextDouble() - 20;
                    var situation = new Situation(
                            0.02 + 0.08 * random.nextDouble(),
                            1 + 2 * random.nextDouble(),
                            drift,
                            20 + 20 * random.nextDouble(),
                            window / 12.0);
                    double own = 5 + random.nextGaussian();
                    trials.add(new Trial(
                            "day" + day,
                            "w" + window,
                            situation,
                            List.of(own + planted * drift + late, own, own - planted * drift + early)));
                }
            }
        }
        return trials;
    }

    @Test
    void aPlantedGainIsFoundAndHoldsOnOtherDays() {
        List<Trial> trials = trials(4, 0.2, 0.5);
        UrgencyPolicy policy = LEARN.from(trials);
        assertEquals(2, policy.choose(RUNNING).place(), "early where the market runs away");
        assertEquals(0, policy.choose(COMING_BACK).place(), "late where it comes back");
        assertEquals(3, policy.choose(RUNNING).gainBps(), 0.5, "15 bps times 0.2");
        HeldOut all = LeaveOneDayOut.of(LEARN, trials).getLast();
        assertEquals(LeaveOneDayOut.ALL, all.day());
        assertEquals(192, all.orders());
        assertEquals(48, all.windows());
        assertTrue(all.lowBps() > 1 && all.highBps() < 2.5, all.toString());
    }

    @Test
    void whereNothingIsPlantedTheOwnUrgencyStays() {
        UrgencyPolicy policy = LEARN.from(trials(4, 0, 5));
        assertEquals(new UrgencyPolicy.Choice(1, 0, 0), policy.choose(new Situation(0.06, 2, 0, 30, 0.5)));
        HeldOut all = LeaveOneDayOut.of(LEARN, trials(4, 0, 5)).getLast();
        assertTrue(all.lowBps() < 0 && all.highBps() > -0.5, all.toString());
    }

    @Test
    void aSituationThatItWasNotTaughtGetsTheOwnUrgency() {
        UrgencyPolicy policy = LEARN.from(trials(4, 0.2, 0.5));
        var wild = new Situation(0.05, 2, 200, 30, 0.5);
        assertEquals(1, policy.choose(wild).place());
        assertTrue(policy.knows(RUNNING));
    }

    @Test
    void tooLittleIsSaid() {
        assertThrows(
                IllegalArgumentException.class,
                () -> LEARN.from(trials(1, 0.2, 0.5).subList(0, 36)));
        assertThrows(IllegalArgumentException.class, () -> LeaveOneDayOut.of(LEARN, trials(1, 0.2, 0.5)));
    }

    /** Two windows: gains 1 and 3 of two orders, and 2 of one: mean 2, sums off it 0 and 0, so no error; then 4 for 2. */
    @Test
    void theErrorIsThatOfWindows() {
        HeldOut none = HeldOut.of("d", List.of(gain("a", 1), gain("a", 3), gain("b", 2)));
        assertEquals(2, none.gainBps(), 1e-12);
        assertEquals(0, none.errorBps(), 1e-12);
        HeldOut some = HeldOut.of("d", List.of(gain("a", 1), gain("a", 1), gain("b", 4)));
        assertEquals(2, some.gainBps(), 1e-12);
        assertEquals(Math.sqrt(2 * (4 + 4)) / 3, some.errorBps(), 1e-12);
        assertEquals(2 - 12.706204736432095 * some.errorBps(), some.lowBps(), 1e-9, "one degree of freedom");
    }

    private static HeldOut.Gain gain(String window, double bps) {
        return new HeldOut.Gain(new Trial("d", window, RUNNING, List.of(0.0, 0.0, 0.0)), true, bps);
    }
}
