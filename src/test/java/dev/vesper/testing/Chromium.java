package dev.vesper.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The system's Chromium, for pages as people see them; tests are skipped where there is none. */
public final class Chromium implements AutoCloseable {
    /** What the browser writes of an answer that is no page, which a test may well want. */
    private static final String ANSWERED_NO = "Failed to load resource";

    private final Playwright playwright;
    public final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Starts it, or skips the test that asked. */
    public static Chromium open() {
        Optional<Path> program = find();
        Assumptions.assumeTrue(
                program.isPresent(),
                "no Chromium on the PATH: what needs a browser is not tested; apt install chromium");
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program.get())
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")));
        return new Chromium(playwright, browser);
    }

    /** Whether there is one. */
    public static boolean there() {
        return find().isPresent();
    }

    private static Optional<Path> find() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name ->
                        Stream.of(path.split(java.io.File.pathSeparator)).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Somebody at a screen of their own.
     *
     * @param home what every request must begin with
     * @param complaints what the browser refuses, what breaks in a script, and what it asks elsewhere, is added to them
     */
    public Page screen(int width, ColorScheme scheme, String home, List<String> complaints) {
        Page page = browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 900)
                        .setColorScheme(scheme))
                .newPage();
        page.onConsoleMessage(said -> {
            if (List.of("error", "warning").contains(said.type())
                    && !said.text().startsWith(ANSWERED_NO)) {
                complaints.add(said.text());
            }
        });
        page.onPageError(complaints::add);
        page.onRequest(request -> {
            if (!request.url().startsWith(home)) {
                complaints.add("asks another host: " + request.url());
            }
        });
        return page;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
