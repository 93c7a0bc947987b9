package dev.vesper.books.wash;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vesper.books.LotId;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The same answers as a program that others wrote: github.com/adlr/wash-sale-calculator at 7efb5dc, in Python, run once over
 * 60 random cases of sales and of purchases that are kept. {@code oracle.csv} has what it said: for a row that is sold the
 * loss disallowed, for one that is kept its basis afterwards.
 */
class WashSalesOracleTest {
    private record Line(
            String number,
            LocalDate bought,
            BigDecimal units,
            BigDecimal basis,
            String sold,
            String proceeds,
            BigDecimal said) {
        static Line of(String[] cells) {
            return new Line(
                    cells[1],
                    LocalDate.parse(cells[2]),
                    new BigDecimal(cells[3]),
                    new BigDecimal(cells[4]),
                    cells[5],
                    cells[6],
                    new BigDecimal(cells[7]));
        }

        LotId lot() {
            return new LotId("A", "IBM", bought, Integer.parseInt(number));
        }

        BigDecimal loss() {
            return basis.subtract(new BigDecimal(proceeds));
        }
    }

    @TestFactory
    List<DynamicTest> asOthersSay() throws IOException {
        Map<String, List<Line>> cases = new TreeMap<>();
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("oracle.csv"))) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .forEach(cells -> cases.computeIfAbsent(cells[0], _ -> new ArrayList<>())
                            .add(Line.of(cells)));
        }
        assertEquals(60, cases.size());
        return cases.entrySet().stream()
                .map(one -> DynamicTest.dynamicTest("case " + one.getKey(), () -> compare(one.getValue())))
                .toList();
    }

    private static void compare(List<Line> lines) {
        Map<String, BigDecimal> expected = new TreeMap<>();
        Map<String, BigDecimal> ours = new TreeMap<>();
        List<LossSale> losses = new ArrayList<>();
        List<Purchase> purchases = new ArrayList<>();
        for (Line line : lines) {
            boolean kept = line.sold().isEmpty();
            expected.put((kept ? "basis of " : "disallowed of ") + line.lot(), cents(line.said()));
            ours.put((kept ? "basis of " : "disallowed of ") + line.lot(), kept ? line.basis() : BigDecimal.ZERO);
            if (kept) {
                purchases.add(new Purchase(line.lot(), line.units(), false));
            } else if (line.loss().signum() > 0) {
                losses.add(new LossSale(
                        line.number(), line.lot(), LocalDate.parse(line.sold()), line.units(), line.loss()));
            }
        }
        for (WashSale wash : WashSales.of(losses, purchases)) {
            ours.merge("disallowed of " + wash.loss().lot(), wash.disallowed(), BigDecimal::add);
            ours.merge("basis of " + wash.replacement(), wash.disallowed(), BigDecimal::add);
        }
        assertEquals(
                expected,
                ours.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, e -> cents(e.getValue()), BigDecimal::add, TreeMap::new)));
    }

    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, java.math.RoundingMode.HALF_EVEN);
    }
}
