package dev.vesper.basics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A till stands for whatever decides first and then applies: it gives no more than it holds. */
class DeciderTest {
    private enum Why implements RefusalKind {
        TILL_EMPTY
    }

    private record Till() implements Decider<Integer, Integer, Integer> {
        @Override
        public Integer initial() {
            return 100;
        }

        @Override
        public Decision<Integer> decide(Integer holds, Integer paid) {
            return holds + paid < 0
                    ? Decision.denied(Why.TILL_EMPTY, "Expected at most " + holds + ", but " + -paid + " are asked for")
                    : Decision.accepted(paid);
        }

        @Override
        public Integer apply(Integer holds, Integer paid) {
            return holds + paid;
        }
    }

    private final Till till = new Till();

    @Test
    void replayAppliesEveryEventFromTheBeginning() {
        assertEquals(100, till.replay(List.of()));
        assertEquals(75, till.replay(List.of(-50, 25)));
    }

    @Test
    void whatIsAcceptedIsAListOfEventsAndWhatIsDeniedCarriesItsNumbers() {
        assertEquals(new Decision.Accepted<>(List.of(-100)), till.decide(till.initial(), -100));
        assertEquals(
                new Decision.Denied<>(new Refusal(Why.TILL_EMPTY, "Expected at most 100, but 101 are asked for")),
                till.decide(till.initial(), -101));
    }
}
