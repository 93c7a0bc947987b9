package dev.vesper.adapters.routes.trial;

import dev.vesper.adapters.routes.RouteFile;
import dev.vesper.adapters.routes.RouteFiles;
import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.processor.aggregate.GroupedBodyAggregationStrategy;
import org.apache.camel.spi.ComponentResolver;
import org.jspecify.annotations.Nullable;

/**
 * Tries every file of routes/ on messages of no consequence, so that a broken one is found before a day begins and not after
 * its trades were approved. What leads outside is a stand-in that keeps what it is given: nothing leaves the program.
 */
public final class RouteTrial {
    /** The parts of Camel that stay as they are: they reach nothing outside, and wait for nothing as a queue does. */
    private static final List<String> INSIDE = List.of("direct", "log", "bean", "class", "language", "controlbus");

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final TrialFolder firmFolder = new TrialFolder();
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger reports = new AtomicInteger();
    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicInteger letters = new AtomicInteger();

    private RouteTrial() {}

    /**
     * Tries every file.
     *
     * @throws Problem of kind INPUT that names the file, and line and column where they are known
     */
    public static void check(RouteFiles files) {
        new RouteTrial().run(files.file("firm-files"), files.file("venue-orders"), files.file("venue"));
    }

    /**
     * Tries the file by which people are told.
     *
     * @throws Problem of kind INPUT that names the file, and line and column where they are known
     */
    public static void check(RouteFile letters) {
        new RouteTrial().letters(letters);
    }

    private void letters(RouteFile file) {
        var properties = new Properties();
        properties.setProperty("notify.mail.scheme", "smtp");
        properties.setProperty("notify.mail.host", "trial");
        properties.setProperty("notify.mail.port", "25");
        properties.setProperty("notify.mail.authenticator", "#mailAuthenticator");
        begin(properties);
        camel.getRegistry().bind("mailAuthenticator", "trial");
        camel.getRegistry().bind("mailProperties", properties);
        try {
            camel.start();
            file.load(camel);
            asked(file, "direct:notify-mail", "letter");
        } finally {
            camel.stop();
        }
        if (letters.get() != 1) {
            throw Problem.input(
                    Place.of(file.name()),
                    "Expected a letter that is given to direct:notify-mail to leave for the mail server once, but it left "
                            + letters.get() + " times; maybe compare the file with the one Vesper came with");
        }
    }

    private void begin(Properties properties) {
        camel.setAutowiredEnabled(false);
        camel.getShutdownStrategy().setTimeout(1);
        camel.getShutdownStrategy().setLogInflightExchangesOnTimeout(false);
        camel.getCamelContextExtension().addContextPlugin(ComponentResolver.class, new Inside(this::arrived));
        camel.getPropertiesComponent().setOverrideProperties(properties);
    }

    private void run(RouteFile files, RouteFile orders, RouteFile venue) {
        var properties = new Properties();
        properties.setProperty("lake.bucket", "trial");
        properties.setProperty("lake.part.bytes", String.valueOf(TrialFolder.PART_BYTES));
        begin(properties);
        Map.of(
                        "firmFolder",
                        firmFolder,
                        "takenIn",
                        new GroupedBodyAggregationStrategy(),
                        "s3Client",
                        "trial",
                        "venueReports",
                        (Processor) exchange -> reports.incrementAndGet(),
                        "trial",
                        (Processor) this::asVenue)
                .forEach(camel.getRegistry()::bind);
        try {
            camel.start();
            intake(files);
            orders(orders);
            venue(venue);
        } finally {
            camel.stop();
        }
    }

    private void intake(RouteFile file) {
        file.load(camel);
        Object answer = asked(file, "direct:firm-files", Path.of("trial"));
        List<String> wanted =
                TrialFolder.FILES.stream().map(name -> "stored " + name).toList();
        if (!wanted.equals(answer) || firmFolder.sent.get() != 2) {
            throw Problem.input(
                    Place.of(file.name()),
                    "Expected the route to answer one stored object for each of " + TrialFolder.FILES
                            + " and to send the two that are not in the lake under their keys, but it sent "
                            + firmFolder.sent.get() + " and answered " + shown(answer)
                            + "; maybe compare it with the one Vesper came with");
        }
    }

    private void orders(RouteFile file) {
        file.load(camel);
        asked(file, "direct:venue-orders", "order");
        if (reports.get() != 1 || sent.get() != 1) {
            throw Problem.input(
                    Place.of(file.name()),
                    "Expected an order that is given to direct:venue-orders to leave by quickfix:orders once, and what"
                            + " comes from there to reach venueReports, but it left " + sent.get() + " times and came "
                            + reports.get()
                            + " times; maybe compare the file with the one Vesper came with");
        }
    }

    private void venue(RouteFile file) {
        file.load(camel);
        try {
            Map<String, Object> parameters = Map.of("venue", "trial", "session", "TRIAL->VESPER");
            camel.addRouteFromTemplate("trial-answers", "venue-answers", parameters);
            camel.addRouteFromTemplate("trial", "venue", parameters);
        } catch (Exception e) {
            throw file.problem(e);
        }
        asked(file, "quickfix:trial", "order");
        if (answers.get() != 2) {
            throw Problem.input(
                    Place.of(file.name()),
                    "Expected each of a venue's 2 reports to go back over its session once, but " + answers.get()
                            + " did; maybe compare the file with the one Vesper came with");
        }
    }

    private @Nullable Object asked(RouteFile file, String endpoint, Object body) {
        if (camel.hasEndpoint(endpoint) == null) {
            throw Problem.input(Place.of(file.name()), "Expected a route from " + endpoint + ", but there is none");
        }
        try (var template = camel.createProducerTemplate()) {
            return template.requestBody(endpoint, body);
        } catch (Exception e) {
            throw file.problem(e);
        }
    }

    /** A venue answers an order by two reports, which go back over its session. */
    private void asVenue(Exchange exchange) {
        exchange.getMessage().setBody(List.of("report", "report").iterator());
    }

    /** What left by a stand-in: to the lake, to the venues, or back from one. */
    private void arrived(String uri, Exchange exchange) {
        if (uri.startsWith("smtp:")) {
            letters.incrementAndGet();
        }
        if (uri.startsWith("aws2-s3:")) {
            firmFolder.arrived(exchange);
        }
        if (uri.startsWith("quickfix:orders") || uri.startsWith("quickfix://orders")) {
            sent.incrementAndGet();
        }
        if (uri.startsWith("quickfix:") && uri.contains("sessionID=")) {
            Object body = exchange.getMessage().getBody();
            Iterator<?> reports = body instanceof Iterator<?> many
                    ? many
                    : List.of(String.valueOf(body)).iterator();
            reports.forEachRemaining(report -> answers.addAndGet(report.equals("report") ? 1 : 0));
        }
    }

    private static String shown(@Nullable Object answer) {
        String text = Objects.toString(answer, "nothing");
        return text.length() <= 120 ? text : text.substring(0, 120) + "...";
    }

    /** Finds what is inside as ever, and a stand-in for everything that leads outside and is there. */
    private record Inside(StandIn.Arrived arrived) implements ComponentResolver {
        @Override
        public @Nullable Component resolveComponent(String name, CamelContext context) {
            var found = new org.apache.camel.impl.engine.DefaultComponentResolver().resolveComponent(name, context);
            return found == null || INSIDE.contains(name) ? found : new StandIn(arrived);
        }
    }
}
