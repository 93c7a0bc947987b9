package dev.vesper.execution.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrderFiguresTest {
    @Test
    void whatIsNeitherFilledNorFilledInPartIsNotFilled() {
        OrderFigures figures = new OrderFigures(
                23,
                Map.of(
                        OrderStatus.FILLED, 18L,
                        OrderStatus.PARTIAL, 2L,
                        OrderStatus.UNFILLED, 1L,
                        OrderStatus.WORKING, 1L,
                        OrderStatus.NOT_SENT, 1L));
        assertEquals(18, figures.filled());
        assertEquals(2, figures.partlyFilled());
        assertEquals(3, figures.notFilled());
        assertEquals(0, OrderFigures.of(List.of()).notFilled());
    }
}
