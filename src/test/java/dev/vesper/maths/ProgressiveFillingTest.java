package dev.vesper.maths;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.maths.ProgressiveFilling.Filled;
import dev.vesper.maths.ProgressiveFilling.Group;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProgressiveFillingTest {
    private static final double[] NONE = {0, 0, 0};
    private static final double FREE = Double.POSITIVE_INFINITY;

    @Test
    void withoutBoundsTheWeightsDecide() {
        assertArrayEquals(
                new double[] {60, 30, 10},
                amounts(new double[] {6, 3, 1}, NONE, new double[] {FREE, FREE, FREE}),
                1e-9);
    }

    @Test
    void whatIsFullStopsAndTheOthersGoOn() {
        assertArrayEquals(
                new double[] {40, 40, 20}, amounts(new double[] {6, 3, 1}, NONE, new double[] {40, 40, 40}), 1e-9);
    }

    @Test
    void whatFitsNowhereIsNotSharedOut() {
        assertArrayEquals(
                new double[] {30, 30, 30}, amounts(new double[] {6, 3, 1}, NONE, new double[] {30, 30, 30}), 1e-9);
    }

    @Test
    void whatMustBeGivenIsTakenFromTheOthers() {
        assertArrayEquals(
                new double[] {40, 20, 40},
                amounts(new double[] {6, 3, 1}, new double[] {0, 0, 40}, new double[] {FREE, FREE, FREE}),
                1e-9);
    }

    @Test
    void aWeightOfZeroGetsNoMoreThanItsLeast() {
        assertArrayEquals(
                new double[] {95, 5, 0},
                amounts(new double[] {1, 0, 0}, new double[] {0, 5, 0}, new double[] {FREE, 50, 50}),
                1e-9);
    }

    @Test
    void aFullGroupStopsItsMembersAndIsNamed() {
        Filled filled = ProgressiveFilling.fill(
                new double[] {6, 3, 1},
                NONE,
                new double[] {FREE, FREE, FREE},
                List.of(new Group(new int[] {0, 1}, 45)),
                100);
        assertArrayEquals(new double[] {30, 15, 55}, filled.amounts(), 1e-9);
        assertArrayEquals(new int[] {0, 0, -1}, filled.full());
    }

    /** scipy 1.x: what can be shared out by a linear programme, how by the least relative entropy (SLSQP). */
    @Test
    void itIsTheSplitNearestToTheWeights() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("src/test/resources/maths/progressive-filling.csv"));
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split(",", -1);
            Filled filled = ProgressiveFilling.fill(
                    numbers(cells[0]),
                    numbers(cells[1]),
                    numbers(cells[2]),
                    List.of(
                            new Group(new int[] {0, 1, 2}, Double.parseDouble(cells[3])),
                            new Group(new int[] {3, 4}, Double.parseDouble(cells[4]))),
                    100);
            assertEquals(Double.parseDouble(cells[5]), filled.total(), 1e-6, row);
            assertArrayEquals(numbers(cells[6]), filled.amounts(), 2e-4, row);
        }
        assertEquals(25, rows.size());
    }

    /** Groups that overlap too: nothing is above its most, and whoever could have more stands in a full group. */
    @Test
    void nothingCanRiseAnyMore() {
        for (long seed = 1; seed <= 500; seed++) {
            var random = new SplittableRandom(seed);
            int n = 2 + random.nextInt(12);
            double[] weights = random.doubles(n, 0.01, 1).toArray();
            double[] most = random.doubles(n, 0, 30).toArray();
            List<Group> groups = List.of(group(n, random), group(n, random), group(n, random));
            Filled filled = ProgressiveFilling.fill(weights, new double[n], most, groups, 100);
            assertTrue(filled.total() <= 100 + 1e-9);
            for (int i = 0; i < n; i++) {
                double amount = filled.amounts()[i];
                assertTrue(amount <= most[i] + 1e-9);
                int place = i;
                boolean full = groups.stream()
                        .filter(g -> Arrays.stream(g.members()).anyMatch(m -> m == place))
                        .anyMatch(g -> sum(filled, g) >= g.most() - 1e-6);
                assertTrue(amount >= most[i] - 1e-6 || full || filled.total() >= 100 - 1e-6, "seed " + seed);
            }
            for (Group group : groups) {
                assertTrue(sum(filled, group) <= group.most() + 1e-9, "seed " + seed);
            }
        }
    }

    private static Group group(int n, SplittableRandom random) {
        int[] members = IntStream.range(0, n).filter(i -> random.nextBoolean()).toArray();
        return new Group(members, random.nextDouble(40));
    }

    private static double sum(Filled filled, Group group) {
        return Arrays.stream(group.members())
                .mapToDouble(i -> filled.amounts()[i])
                .sum();
    }

    private static double[] amounts(double[] weights, double[] least, double[] most) {
        return ProgressiveFilling.fill(weights, least, most, List.of(), 100).amounts();
    }

    private static double[] numbers(String cell) {
        return Arrays.stream(cell.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }
}
