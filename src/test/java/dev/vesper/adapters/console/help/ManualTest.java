package dev.vesper.adapters.console.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.adapters.console.Pages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every page of the documentation is there in the console, and every link of it leads somewhere. */
class ManualTest {
    private static final Path DOCS = Path.of("src/docs");
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"/console/help/([^\"#]*)(?:#([^\"]*))?\"");
    private static final Pattern ID = Pattern.compile(" id=\"([^\"]*)\"");

    private final Manual manual = new Manual();

    @Test
    void everyLinkOfEveryFileLeadsToAPartThatIsThere() throws IOException {
        List<String> faults = new ArrayList<>();
        int links = 0;
        for (String topic : topics()) {
            String html = manual.topic(topic)
                    .orElseThrow(() -> new AssertionError(topic))
                    .html();
            for (MatchResult link : LINK.matcher(html).results().toList()) {
                links++;
                if (!leads(link.group(1), Optional.ofNullable(link.group(2)))) {
                    faults.add(topic + ": " + link.group());
                }
            }
            if (html.contains("href=\"../") || html.contains(".md\"") || html.contains(".md#")) {
                faults.add(topic + " has a link to a file");
            }
        }
        assertEquals(List.of(), faults);
        assertTrue(links > 200, "Expected hundreds of links, but got " + links);
    }

    @Test
    void noIdStandsTwiceOnAPage() throws IOException {
        for (String topic : topics()) {
            Set<String> seen = new HashSet<>();
            ids(topic).forEach(id -> assertTrue(seen.add(id), () -> topic + " has two of " + id));
        }
    }

    @Test
    void everyPageOfTheConsoleNamesATopicThatIsThere() {
        Pages.ALL.forEach(page -> {
            String[] help = page.help().split("#", 2);
            assertTrue(
                    leads(help[0], help.length == 1 ? Optional.empty() : Optional.of(TopicFiles.AT + help[1])),
                    () -> page.word() + " names " + page.help());
        });
    }

    @Test
    void whatIsNoTopicIsNotRead() {
        for (String name : List.of(
                "", "nothing", "../audit", "img/run-report.png", "README", "audit.md", "AUDIT", "decisions/x")) {
            assertEquals(Optional.empty(), manual.topic(name), name);
        }
        assertEquals(Optional.empty(), Manual.picture("../audit.md"));
        assertEquals(Optional.empty(), Manual.picture("nothing.svg"));
        assertTrue(Manual.picture("end-of-day.svg").isPresent());
    }

    @Test
    void markupInATextIsShownAndNotDone() {
        Topic topic = Rendering.of(
                "audit.md",
                "# One <b>bold</b>\n\n<script>x()</script>\n\n[a](javascript:x) [b](../../pom.xml) [c](tasks.md#who-may)\n\n## Two\n\n## Two\n");
        assertFalse(topic.html().contains("<script"), topic.html());
        assertFalse(topic.html().contains("javascript:"), topic.html());
        assertFalse(topic.html().contains("pom.xml"), topic.html());
        assertTrue(topic.html().contains("<a href=\"/console/help/tasks#at-who-may\">c</a>"), topic.html());
        assertEquals(List.of(new Topic.Part("at-two", "Two"), new Topic.Part("at-two-1", "Two")), topic.parts());
    }

    @Test
    void aTableScrollsByItselfAndByKey() {
        String html = manual.topic("users").orElseThrow().html();
        assertTrue(html.contains("tabindex=\"0\""), html);
        assertEquals(html.split("<table ").length, html.split("<div class=\"wide-table\"").length);
    }

    private boolean leads(String to, Optional<String> part) {
        if (to.startsWith("img/")) {
            return Manual.picture(to.substring("img/".length())).isPresent();
        }
        return manual.topic(to).isPresent() && (part.isEmpty() || ids(to).contains(part.get()));
    }

    private List<String> ids(String topic) {
        return ID.matcher(manual.topic(topic).orElseThrow().html())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static List<String> topics() throws IOException {
        try (Stream<Path> files = Files.walk(DOCS)) {
            return files.map(DOCS::relativize)
                    .map(Path::toString)
                    .filter(file -> file.endsWith(".md"))
                    .map(file -> switch (file) {
                        case "README.md" -> Manual.INDEX;
                        case "decisions/README.md" -> "decisions";
                        default -> file.replaceFirst("^decisions/", "").replaceFirst("\\.md$", "");
                    })
                    .sorted()
                    .toList();
        }
    }
}
