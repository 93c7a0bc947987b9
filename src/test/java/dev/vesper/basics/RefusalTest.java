package dev.vesper.basics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RefusalTest {
    private enum Why implements RefusalKind {
        MARKET_IS_CLOSED
    }

    @Test
    void itsCodeIsItsKindAsAWordForPrograms() {
        Decision<String> no = Decision.denied(Why.MARKET_IS_CLOSED, "Expected an open market, but it is Sunday");
        assertEquals(
                new Decision.Denied<>(new Refusal(Why.MARKET_IS_CLOSED, "Expected an open market, but it is Sunday")),
                no);
        assertEquals("market-is-closed", new Refusal(Why.MARKET_IS_CLOSED, "").code());
    }
}
