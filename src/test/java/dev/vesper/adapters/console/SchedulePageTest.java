package dev.vesper.adapters.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.RunId;
import dev.vesper.basics.Times;
import dev.vesper.desk.operations.Person;
import dev.vesper.desk.operations.Reader;
import dev.vesper.desk.schedule.ScheduledDays;
import dev.vesper.testing.MemoryDays;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The small firm's days are due at ten in the evening from Monday to Friday; it is noon on Wednesday, 2018-04-11. */
class SchedulePageTest {
    private final ServedConsole console = new ServedConsole();
    private final ScheduledDays days =
            new MemoryDays(console.memory, new Times(() -> console.now, ZoneOffset.UTC, () -> 0)).days(false, _ -> {});

    @BeforeEach
    void in() throws Exception {
        console.enter(new Reader());
        page("");
    }

    @AfterEach
    void close() {
        console.close();
    }

    private String page(String query) throws Exception {
        var said = console.get("/console/schedule" + query);
        assertEquals(200, said.statusCode(), said::body);
        return said.body();
    }

    @Test
    void theMonthShowsHolidaysAndHalfDaysWithTheirReason() throws Exception {
        assertTrue(page("").contains(">April 2018<") && page("").contains("<td class=\"usual today\">"));
        assertTrue(page("?month=2018-03").contains("<td class=\"closed\">"));
        assertTrue(page("?month=2018-03").contains(">XNYS closed, Good Friday<"));
        assertTrue(page("?month=2018-07")
                .contains(">XNYS 09:30 to 13:00 America/New_York, the day before Independence Day<"));
        assertTrue(page("?month=2018-07").contains("<td class=\"half\">"));
        assertTrue(page("?month=2018-07").contains("href=\"/console/schedule?month=2018-08\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?month=2018-13",
                "?month=2018",
                "?month=",
                "?month=%3Cscript%3E",
                "?mouth=2018-03",
                "?month=9999-12",
                "?month=0000-01"
            })
    void whatIsNoMonthIsToldSo(String query) throws Exception {
        var said = console.get("/console/schedule" + query);
        assertEquals(400, said.statusCode(), said::body);
        assertTrue(said.body().contains("Expected "), said::body);
        assertFalse(said.body().contains("<script"), said::body);
    }

    @Test
    void theNextOneHasTheCommandThatSkipsItAndASkippedOneThatTakesItBack() throws Exception {
        String skip = "./vesper schedule skip ";
        assertTrue(page("").contains(skip + "2018-04-11T22:00 --reason WHY --as NAME</code>"));
        assertFalse(page("").contains("./vesper schedule unskip"));
        days.skip("2018-04-12", "<b>a feast</b> \" onload=\"", "olga");
        console.enter(new Person("al; rm -rf 'x'"));
        String body = page("");
        assertFalse(body.contains(skip + "2018-04-12"), body);
        assertTrue(body.contains("./vesper schedule unskip 2018-04-12T22:00 --as &#39;al; rm -rf"), body);
        assertTrue(body.contains("skipped by <bdi class=\"strong\">olga</bdi>"), body);
        assertTrue(body.contains("&lt;b&gt;a feast&lt;/b&gt; &quot; onload="), body);
        assertFalse(body.contains("<b>a feast") || body.contains("\" onload"), body);
        assertTrue(body.contains("<span class=\"stamp warn\">skipped</span>"), body);
    }

    @Test
    void whatHasBeenLeadsToItsRun() throws Exception {
        console.now = console.now.plus(Duration.ofHours(10)).plusMillis(40);
        RunId run = days.due().orElseThrow();
        console.now = console.now.plus(Duration.ofHours(25)); // nobody was there on Thursday
        console.enter(new Reader());
        String body = page("");
        assertTrue(body.contains("<span class=\"stamp bad\">missed</span>"), body);
        assertTrue(body.contains("<a class=\"whole\" href=\"/console/runs/" + run + "\">" + run + "</a>"), body);
        assertTrue(body.contains("<p class=\"notice\">Expected the schedule to open a day at 2018-04-12 22:00"), body);
    }
}
