package dev.vesper.desk.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditQueryTest {
    @Test
    void whatIsBlankAsksForAll() {
        assertEquals(AuditQuery.ALL, AuditQuery.of("", " ", "\t", "", " ", "  "));
    }

    @Test
    void aDayIsWholeAndAMomentIsExact() {
        AuditQuery days = AuditQuery.of(" carol ", "signed-in", "", "2018-04-11", "2018-04-11", " a  b ");
        assertEquals(Optional.of(Instant.parse("2018-04-11T00:00:00Z")), days.from());
        assertEquals(Optional.of(Instant.parse("2018-04-12T00:00:00Z")), days.before());
        assertEquals(List.of("a", "b"), days.words());
        assertEquals("carol", days.who());
        AuditQuery again = AuditQuery.of(
                days.who(),
                days.actionWord(),
                "",
                days.from().orElseThrow().toString(),
                "2018-04-12T00:00:00Z",
                days.text());
        assertEquals(days, again, "as one Vesper asks another");
    }

    @ParameterizedTest
    @CsvSource({
        "sold,'','',got \"sold\"",
        "trades-aproved,'','',maybe \"trades-approved\" is meant",
        "'',yesterday,'',Expected from to be a day such as 2018-04-11",
        "'','',2018-02-30,Expected to to be a day",
        "'','',2018-04-11T99:00:00Z,Expected to to be a day",
        "'',+999999999-12-31,'',Expected from to be a day",
        "'','',+999999999-12-31,Expected to to be a day",
        "'',0001-01-01,'',Expected from to be a day",
        "'',2018-04-12,2018-04-11,Expected from earlier than to",
    })
    void whatIsWrongIsSaid(String action, String from, String to, String said) {
        Problem problem = assertThrows(Problem.class, () -> AuditQuery.of("", action, "", from, to, ""));
        assertEquals(Problem.Kind.INPUT, problem.kind());
        assertTrue(String.valueOf(problem.getMessage()).contains(said), problem.getMessage());
    }

    @Test
    void nothingIsEndless() {
        assertThrows(Problem.class, () -> AuditQuery.of("x".repeat(201), "", "", "", "", ""));
        assertThrows(Problem.class, () -> AuditQuery.of("", "", "x".repeat(201), "", "", ""));
        assertThrows(Problem.class, () -> AuditQuery.of("", "", "", "", "", "a ".repeat(11)));
    }
}
