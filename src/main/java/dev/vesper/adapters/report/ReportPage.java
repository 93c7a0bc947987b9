package dev.vesper.adapters.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * The report as one XHTML page: it carries its styles and drawings and asks nothing of any server. The template and the
 * styles lie in src/main/console/report.
 */
final class ReportPage {
    private static final String FOLDER = "/console/report/";

    private final TemplateEngine engine;
    private final String style = resource("report.css");
    private final String screenStyle = resource("screen.css");

    ReportPage() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(ReportPage.class.getClassLoader());
        resolver.setPrefix(FOLDER.substring(1));
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        resolver.setTemplateMode(TemplateMode.HTML);
        this.engine = new TemplateEngine();
        this.engine.setTemplateResolver(resolver);
    }

    String render(RunFacts facts, List<String> files) {
        Context context = new Context(Locale.UK);
        context.setVariable("r", ReportViews.of(facts, files, style, screenStyle));
        return readable(engine.process("report.html", context));
    }

    /** Drops the control characters and broken surrogates that XML cannot hold: a firm's file may carry them. */
    static String readable(String page) {
        StringBuilder kept = new StringBuilder(page.length());
        page.codePoints()
                .filter(c -> c == '\t'
                        || c == '\n'
                        || (c >= 0x20 && c <= 0xD7FF)
                        || (c >= 0xE000 && c <= 0xFFFD)
                        || c >= 0x10000)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static String resource(String name) {
        try (InputStream in = ReportPage.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("Expected " + FOLDER + name + " on the class path, but it is not there;"
                        + " maybe the build did not copy src/main/console/report");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
