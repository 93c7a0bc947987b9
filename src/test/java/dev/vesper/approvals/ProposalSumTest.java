package dev.vesper.approvals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.vesper.basics.FieldSum;
import dev.vesper.basics.Sha256;
import dev.vesper.orders.slice.RowSum;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever is altered of a proposal gives another sum, and the part is named. */
class ProposalSumTest {
    private static final List<String> NAMES = List.of(
            "the run",
            "the frozen inputs",
            "the data check",
            "the plans",
            "the orders",
            "the verdicts",
            "the rules' versions",
            "the approvals that are needed",
            "the manifest of the prices");

    @Test
    void theSumIsOverTheCountAndTheSumOfEachPartInTheirOrder() {
        FieldSum sum = new FieldSum();
        for (RowSum part : parts()) {
            sum.add(Integer.toString(part.rows()));
            sum.add(part.sha256());
        }
        String hex = sum.hex();
        assertEquals(hex, of(parts()).sha256());
        assertEquals(hex.substring(0, 12), of(parts()).shown());
    }

    @Test
    void everyPartIsNamedWhereItDiffers() {
        ProposalSum decided = of(parts());
        assertEquals(List.of(), decided.differences(of(parts())));
        HashSet<String> sums = new HashSet<>(List.of(decided.sha256()));
        for (int i = 0; i < NAMES.size(); i++) {
            List<RowSum> altered = new ArrayList<>(parts());
            altered.set(i, part(1, "other"));
            ProposalSum now = of(altered);
            sums.add(now.sha256());
            assertEquals(
                    List.of(NAMES.get(i) + " (" + (i + 2) + " rows with " + shortened(String.valueOf(i))
                            + ", but now 1 row with " + shortened("other") + ")"),
                    decided.differences(now));
        }
        assertEquals(10, sums.size(), "each gives a sum of its own");
    }

    @Test
    void oneRowMoreIsAnotherSumThoughItsContentIsTheSame() {
        List<RowSum> more = new ArrayList<>(parts());
        more.set(4, new RowSum(parts().get(4).rows() + 1, parts().get(4).sha256()));
        assertNotEquals(of(parts()).sha256(), of(more).sha256());
    }

    /** What an older Vesper decided keeps the sum that people named. */
    @Test
    void withoutApprovalsTheSumIsOverTheOtherParts() {
        List<RowSum> older = new ArrayList<>(parts());
        older.set(7, new RowSum(0, new FieldSum().hex()));
        older.set(8, older.get(7));
        FieldSum sum = new FieldSum();
        for (RowSum part : older.subList(0, 7)) {
            sum.add(Integer.toString(part.rows()));
            sum.add(part.sha256());
        }
        assertEquals(sum.hex(), of(older).sha256());
        assertNotEquals(sum.hex(), of(parts()).sha256());
    }

    /** Nine parts of 2, 3 ... 10 rows. */
    private static List<RowSum> parts() {
        List<RowSum> parts = new ArrayList<>();
        for (int i = 0; i < NAMES.size(); i++) {
            parts.add(part(i + 2, String.valueOf(i)));
        }
        return parts;
    }

    private static RowSum part(int rows, String content) {
        return new RowSum(rows, new Sha256().add(bytes(content)).hex());
    }

    private static String shortened(String content) {
        return Sha256.shortened(part(1, content).sha256());
    }

    private static byte[] bytes(String content) {
        return content.getBytes(StandardCharsets.UTF_8);
    }

    private static ProposalSum of(List<RowSum> p) {
        return new ProposalSum(
                p.get(0), p.get(1), p.get(2), p.get(3), p.get(4), p.get(5), p.get(6), p.get(7), p.get(8));
    }
}
