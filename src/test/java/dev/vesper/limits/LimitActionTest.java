package dev.vesper.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class LimitActionTest {
    @Test
    void anAnalystWritesItInLowerCase() {
        assertEquals(Optional.of(LimitAction.DENY), LimitAction.named("deny"));
        assertEquals(Optional.of(LimitAction.CUT), LimitAction.named("cut"));
        assertEquals(Optional.of(LimitAction.WARN), LimitAction.named("warn"));
        assertEquals(Optional.empty(), LimitAction.named("Cut"));
        assertEquals(Optional.empty(), LimitAction.named("tell"));
    }
}
