package dev.vesper.adapters.report;

import dev.vesper.adapters.report.block.Figure;
import dev.vesper.adapters.report.section.RunFacts;
import dev.vesper.adapters.report.section.Section;
import dev.vesper.basics.Numbers;
import dev.vesper.basics.Registry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.format.TextStyle;
import java.util.ArrayList;
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
    private final Registry<Section> sections;

    ReportPage(Registry<Section> sections) {
        this.sections = sections;
        this.engine = engine();
    }

    private static TemplateEngine engine() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(ReportPage.class.getClassLoader());
        resolver.setPrefix(FOLDER.substring(1));
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        resolver.setTemplateMode(TemplateMode.HTML);
        TemplateEngine engine = new TemplateEngine();
        engine.setTemplateResolver(resolver);
        return engine;
    }

    /** Another template of the folder, with the styles of paper as {@code style}. */
    static String template(String name, Context context) {
        context.setVariable("style", resource("report.css"));
        return engine().process(name, context);
    }

    String render(RunFacts facts, List<String> files) {
        Context context = new Context(Locale.UK);
        context.setVariable("day", DayWords.of(facts.report().run().status()));
        context.setVariable("lead", DaySummary.of(facts));
        context.setVariable("run", facts.report().run());
        context.setVariable("firm", facts.report().firm().settings().name());
        context.setVariable("opened", Numbers.stamp(facts.report().run().openedAt()));
        context.setVariable(
                "weekday", facts.report().run().date().getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.UK));
        context.setVariable("snapshot", facts.report().data().snapshot());
        context.setVariable("headline", headline(facts));
        context.setVariable("rows", PageRow.of(sections, facts));
        context.setVariable("practice", facts.report().practice());
        context.setVariable("files", files);
        context.setVariable("style", style);
        context.setVariable("screenStyle", screenStyle);
        return readable(engine.process("report.html", context));
    }

    private List<Figure> headline(RunFacts facts) {
        List<Figure> figures = new ArrayList<>();
        sections.forEach(section -> figures.addAll(section.headline(facts)));
        return figures;
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
