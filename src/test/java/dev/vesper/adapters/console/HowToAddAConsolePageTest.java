package dev.vesper.adapters.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.desk.operations.Reader;
import dev.vesper.testing.HowToPage;
import dev.vesper.testing.InMemory;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page of the how-to, compiled as it stands there, served beside the others and read as a browser does. */
class HowToAddAConsolePageTest {
    private static final HowToPage PAGE = HowToPage.of("how-to-add-a-console-page.md");

    /** Finds the template of the how-to as if it lay in src/main/console/pages. */
    private static final ClassLoader TEMPLATES = new ClassLoader(HowToAddAConsolePageTest.class.getClassLoader()) {
        @Override
        public InputStream getResourceAsStream(String name) {
            return name.equals("console/pages/firms.html")
                    ? new ByteArrayInputStream(PAGE.block("html").getBytes(StandardCharsets.UTF_8))
                    : super.getResourceAsStream(name);
        }
    };

    @Test
    void thePageOfTheHowToIsServedAndInTheNavigation() throws Exception {
        List<Page> pages = new ArrayList<>(Pages.ALL.all());
        pages.add((Page) InMemory.compile("dev.vesper.adapters.console.FirmsPage", PAGE.block("java"), Page.class)
                .getDeclaredConstructor()
                .newInstance());
        try (ServedConsole console = new ServedConsole(Pages.of(pages), TEMPLATES)) {
            console.memory.open(LocalDate.of(2018, 4, 11), "/firms/<b>", 7, false, ServedConsole.NOON);
            console.memory.open(LocalDate.of(2018, 4, 12), "/firms/<b>", 7, false, ServedConsole.NOON.plusSeconds(1));
            console.memory.open(LocalDate.of(2018, 4, 11), "/firms/other", 7, false, ServedConsole.NOON);
            console.enter(new Reader());
            HttpResponse<String> firms = console.get("/console/firms");
            assertEquals(200, firms.statusCode());
            String body = firms.body();
            assertTrue(body.contains("<title>Firms · Vesper</title>"), body);
            assertTrue(body.contains("<a href=\"/console/firms\" aria-current=\"page\">Firms</a>"), body);
            assertTrue(body.contains(">/firms/&lt;b&gt;<") && body.contains(">2 runs<"), body);
            assertTrue(body.contains("<a href=\"/console/runs/2018-04-12-001\">2018-04-12-001</a>"), body);
            assertTrue(body.contains("<span class=\"stamp busy\">running</span>"), body);
            assertTrue(console.get("/console/runs").body().contains("<a href=\"/console/firms\">Firms</a>"));
        }
    }
}
