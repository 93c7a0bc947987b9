package dev.vesper.adapters.report.block;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TopTest {
    private record Row(int size, int at) {}

    private static final Comparator<Row> LARGEST =
            Comparator.comparingInt(Row::size).reversed();

    @Test
    void givesWhatSortingAllAndCuttingGives() {
        Random random = new Random(3);
        for (int rows = 0; rows < 120; rows++) {
            List<Row> all = IntStream.range(0, rows)
                    .mapToObj(at -> new Row(random.nextInt(9), at))
                    .toList();
            assertEquals(all.stream().sorted(LARGEST).limit(20).toList(), Top.of(all, LARGEST, 20));
        }
    }
}
