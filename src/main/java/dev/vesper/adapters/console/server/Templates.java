package dev.vesper.adapters.console.server;

import dev.vesper.basics.Visible;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Fills the templates of {@code src/main/console/pages}: the layout, and in it the page's own. The engine is made for the
 * first page, since nothing that starts an end of day should wait for it.
 */
final class Templates {
    private static final String FOLDER = "console/pages/";

    private final FutureTask<TemplateEngine> engine;

    Templates(ClassLoader from) {
        engine = new FutureTask<>(() -> make(from));
    }

    private static TemplateEngine make(ClassLoader from) {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(from);
        resolver.setPrefix(FOLDER);
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        resolver.setTemplateMode(TemplateMode.HTML);
        TemplateEngine made = new TemplateEngine();
        made.setTemplateResolver(resolver);
        return made;
    }

    private TemplateEngine engine() {
        engine.run(); // once: does nothing where another page has done it
        try {
            return engine.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the templates were opened", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Expected the templates to open", e);
        }
    }

    /** One whole page; what hides in the texts of others is shown, see {@link Visible}. */
    String fill(String template, Frame frame, Record model) {
        Context context = new Context(Locale.UK);
        context.setVariable("template", template);
        context.setVariable("frame", frame);
        context.setVariable("model", model);
        return Visible.lines(engine().process("layout", context));
    }
}
