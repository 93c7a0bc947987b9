package dev.vesper.adapters.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.vesper.testing.HowToPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PagesTest {
    private static final Path FOLDER = Path.of("src/main/console/pages");
    /** What stands around pages, and what is said instead of one. */
    private static final Set<String> NO_PAGES = Set.of("layout", "message", "told", "sign-in", "came-in", "password");

    static Stream<Path> templates() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.toList().stream();
        }
    }

    private static String word(Path template) {
        return template.getFileName().toString().replace(".html", "");
    }

    @Test
    void noPageIsForgotten() {
        Set<String> written = new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("dev.vesper.adapters.console")
                        .stream()
                        .filter(c -> c.isAssignableTo(Page.class) && !c.isInterface())
                        .map(JavaClass::getName)
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> listed = Pages.ALL.all().stream()
                .map(page -> page.getClass().getName())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(written, listed);
    }

    @Test
    void everyPageHasItsTemplateAndNoTemplateIsLeftOver() throws IOException {
        Set<String> expected = new TreeSet<>(Pages.ALL.words());
        expected.addAll(NO_PAGES);
        assertEquals(expected, templates().map(PagesTest::word).collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void everyPageHasAPathOfItsOwn() {
        List<String> paths =
                Pages.ALL.all().stream().map(page -> page.path().text()).toList();
        assertEquals(paths.size(), Set.copyOf(paths).size(), paths::toString);
    }

    @Test
    void everyPageIsOnThePageOfTheConsole() {
        String text = HowToPage.of("console.md").text();
        Pages.ALL.forEach(page -> assertTrue(text.contains("`" + page.path().href() + "`"), page.path()::href));
    }

    /** htmx would evaluate the filter of a trigger; a form that it sends shows there what came of it. */
    @ParameterizedTest
    @MethodSource("templates")
    void htmxIsToldNothingThatItWouldEvaluateAndWhereItSaysWhatCameOfIt(Path template) throws IOException {
        String text = Files.readString(template);
        assertFalse(text.matches("(?s).*hx-trigger=(\"[^\"]*\\[|'[^']*\\[).*"), template::toString);
        for (String form : text.split("<form ", -1)) {
            boolean sent = form.substring(0, form.indexOf('>')).contains("hx-boost=\"true\"");
            assertEquals(
                    sent,
                    form.split("</form>", 2)[0].contains("<div class=\"trouble\" role=\"alert\"></div>")
                            && form.contains("</form>"),
                    template + ": " + form);
        }
        Matcher parts = Pattern.compile("<[a-z]+ [^>]*hx-swap-oob=[^>]*>").matcher(text);
        while (parts.find()) {
            assertTrue(parts.group().contains(" id=\"") || parts.group().contains("th:id="), parts::group);
        }
    }

    /** Evaluates nothing, runs no script of an answer, brings no style, asks nobody else, keeps no page. */
    @Test
    void htmxIsHeldToThePolicy() throws IOException {
        Matcher meta = Pattern.compile("name=\"htmx-config\" content='([^']*)'")
                .matcher(Files.readString(FOLDER.resolve("layout.html")));
        assertTrue(meta.find());
        JsonNode config = new ObjectMapper().readTree(meta.group(1));
        for (String off : List.of("allowEval", "allowScriptTags", "includeIndicatorStyles", "historyEnabled")) {
            assertEquals("false", config.path(off).toString(), off);
        }
        assertTrue(config.path("selfRequestsOnly").asBoolean());
        assertEquals("0", config.path("historyCacheSize").toString());
    }

    /** Text that others wrote is text: it is escaped everywhere, and no template brings a script or a style along. */
    @ParameterizedTest
    @MethodSource("templates")
    void aTemplateHoldsNothingThatThePolicyRefuses(Path template) throws IOException {
        String text = Files.readString(template);
        if (word(template)
                .equals("layout")) { // the one place where a page's own scripts are named, each a file of ours
            text = text.replace(
                    "<script th:each=\"script : ${frame.scripts()}\" th:src=\"${script}\" defer=\"defer\"></script>",
                    "");
        }
        if (word(template).equals("report")) { // its frame holds a file of ours: the policy lets in no other
            text = text.replace("th:src=\"${model.page()}\"", "");
        }
        String held = text;
        for (String refused : List.of(
                "utext",
                "[(",
                "<script",
                "<style",
                "style=",
                "th:on",
                " on",
                "http:",
                "th:src",
                "hx-on",
                "js:",
                "javascript:",
                "hx-vars",
                "morph:{")) {
            boolean namespace = refused.equals("http:");
            String searched = namespace
                    ? held.replace("http://www.w3.org/1999/xhtml", "").replace("http://www.thymeleaf.org", "")
                    : held;
            if (refused.equals("utext") && word(template).equals("help")) {
                continue; // our own documentation, made into markup by us: nobody else's text is in it
            }
            boolean attribute = refused.equals(" on");
            boolean found = attribute ? searched.matches("(?s).*<[^>]* on[a-z]+=.*") : searched.contains(refused);
            assertTrue(!found, () -> template + " holds " + refused);
        }
    }
}
