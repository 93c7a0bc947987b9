package dev.vesper.adapters.routes;

import dev.vesper.basics.Problem;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;

/** One Camel context with the route files it was given. */
public final class CamelRoutes implements AutoCloseable {
    private final DefaultCamelContext camel;
    private final ProducerTemplate template;

    private CamelRoutes(DefaultCamelContext camel, ProducerTemplate template) {
        this.camel = camel;
        this.template = template;
    }

    /**
     * Starts the named routes.
     *
     * @param files the routes folder, as the run goes by it
     * @param routes file names without {@code .camel.yaml}, for example {@code firm-files}
     * @param beans what the routes call by name
     * @param properties what the routes read as {@code {{name}}}
     */
    public static CamelRoutes start(
            RouteFiles files, List<String> routes, Map<String, Object> beans, Properties properties) {
        return start(routes.stream().map(files::file).toList(), beans, properties);
    }

    /** Starts the routes of one file. */
    public static CamelRoutes start(RouteFile file, Map<String, Object> beans, Properties properties) {
        return start(List.of(file), beans, properties);
    }

    private static CamelRoutes start(List<RouteFile> files, Map<String, Object> beans, Properties properties) {
        var camel = new DefaultCamelContext();
        camel.setStreamCaching(false); // no body is a stream that somebody reads twice
        camel.setMessageHistory(false);
        camel.getShutdownStrategy().setTimeout(5);
        camel.getShutdownStrategy().setLogInflightExchangesOnTimeout(false);
        beans.forEach(camel.getRegistry()::bind);
        camel.getPropertiesComponent().setOverrideProperties(properties);
        try {
            files.forEach(file -> file.load(camel));
            camel.start();
            return new CamelRoutes(camel, camel.createProducerTemplate());
        } catch (Problem wrong) {
            camel.stop();
            throw wrong;
        } catch (Exception e) {
            camel.stop();
            throw Problem.unavailable(
                    "Expected routes " + files.stream().map(RouteFile::name).toList() + " to start, but "
                            + e.getMessage(),
                    e);
        }
    }

    /**
     * Adds a route made from a template of the files.
     *
     * @param parameters what the template reads as {@code {{name}}}
     */
    public void add(String template, String route, Map<String, Object> parameters) {
        try {
            camel.addRouteFromTemplate(route, template, parameters);
        } catch (Exception e) {
            close();
            throw Problem.unavailable("Expected route \"" + route + "\" to start, but " + e.getMessage(), e);
        }
    }

    public ProducerTemplate template() {
        return template;
    }

    @Override
    public void close() {
        template.stop();
        camel.stop();
    }
}
