package dev.vesper.limits;

import static dev.vesper.limits.Orders.sell;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Selling 300 of 100 held: the first 100 spare the limit, the other 200 use it, at 100 each. */
class ClaimTest {
    private static final Claim CLAIM =
            Claim.of(sell("1", "IBM", 300), number("100"), number("100")).orElseThrow();

    @Test
    void onlyWhatIsNotSparedUsesTheLimit() {
        assertEquals(number("20000"), CLAIM.use());
    }

    @Test
    void whatCostsNothingUsesNothing() {
        assertTrue(Claim.of(sell("1", "IBM", 300), number("100"), number("0")).isEmpty());
    }

    @Test
    void aShareOfTheClaimIsWholeLotsBeyondWhatIsSpared() {
        assertEquals(number("160"), CLAIM.permitted(number("1"), number("3"))); // a third of 200 are 6 lots of 10
        assertEquals(number("200"), CLAIM.permitted(number("1"), number("2")));
    }

    @Test
    void neitherLessThanIsSparedNorMoreThanIsOrderedIsPermitted() {
        assertEquals(number("100"), CLAIM.permitted(number("-5"), number("3")));
        assertEquals(number("300"), CLAIM.permitted(number("7"), number("3")));
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }
}
