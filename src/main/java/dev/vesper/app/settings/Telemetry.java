package dev.vesper.app.settings;

import dev.vesper.basics.Problem;
import dev.vesper.basics.Secret;
import dev.vesper.desk.trace.TraceDepth;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where traces go, and how much of a run is told.
 *
 * @param endpoint the collector's for traces; absent, nothing leaves. OTEL_EXPORTER_OTLP_ENDPOINT or
 *     OTEL_EXPORTER_OTLP_TRACES_ENDPOINT
 * @param headers what lets us in there; OTEL_EXPORTER_OTLP_HEADERS, and those of OTEL_EXPORTER_OTLP_TRACES_HEADERS alone
 *     where both are set
 * @param variables the other OTEL_... variables, as OpenTelemetry reads them
 * @param depth VESPER_TRACE_DEPTH and VESPER_TRACE_ORDERS
 * @param link where a person sees a trace, with {@code {trace}} for its id; VESPER_TRACE_LINK
 */
public record Telemetry(
        Optional<HttpAddress> endpoint,
        Optional<Secret> headers,
        Map<String, String> variables,
        TraceDepth depth,
        Optional<String> link) {
    private static final String PREFIX = "OTEL_";
    private static final String ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private static final String TRACES_ENDPOINT = "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT";
    private static final String HEADERS = "OTEL_EXPORTER_OTLP_HEADERS";
    private static final String TRACES_HEADERS = "OTEL_EXPORTER_OTLP_TRACES_HEADERS";
    private static final String DEPTH = "VESPER_TRACE_DEPTH";
    private static final String ORDERS = "VESPER_TRACE_ORDERS";
    private static final String LINK = "VESPER_TRACE_LINK";
    private static final int FOLLOWED = 20;
    private static final int MOST_FOLLOWED = 10_000;
    private static final String PLACE = "{trace}";

    static Telemetry from(Map<String, String> environment) {
        Map<String, String> variables = new LinkedHashMap<>();
        environment.forEach((name, value) -> {
            if (name.startsWith(PREFIX) && !value.isBlank()) {
                variables.put(name, value.strip());
            }
        });
        String all = variables.remove(ENDPOINT);
        String traces = variables.remove(TRACES_ENDPOINT);
        String headers = variables.getOrDefault(TRACES_HEADERS, variables.get(HEADERS));
        variables.remove(HEADERS);
        variables.remove(TRACES_HEADERS);
        boolean off = "true".equalsIgnoreCase(variables.get("OTEL_SDK_DISABLED"))
                || "none".equals(variables.get("OTEL_TRACES_EXPORTER"));
        Optional<HttpAddress> endpoint = off
                ? Optional.empty()
                : Optional.ofNullable(traces)
                        .map(given -> HttpAddress.read(TRACES_ENDPOINT, given))
                        .or(() -> Optional.ofNullable(all).map(base -> HttpAddress.read(ENDPOINT, ofTraces(base))));
        return new Telemetry(
                endpoint,
                Optional.ofNullable(headers).map(Secret::new),
                Map.copyOf(variables),
                new TraceDepth(part(environment), followed(environment)),
                Settings.text(environment, LINK).map(Telemetry::link));
    }

    /** All that OpenTelemetry is to read, secrets among it. */
    public Map<String, String> revealed() {
        Map<String, String> all = new LinkedHashMap<>(variables);
        endpoint.ifPresent(address -> all.put(TRACES_ENDPOINT, address.uri().toString()));
        headers.ifPresent(secret -> all.put(TRACES_HEADERS, secret.reveal()));
        return all;
    }

    /** As OpenTelemetry says: the endpoint of all signals is a base, that of traces is used as it is. */
    private static String ofTraces(String base) {
        return base.endsWith("/") ? base + "v1/traces" : base + "/v1/traces";
    }

    private static TraceDepth.Part part(Map<String, String> environment) {
        String asked = Settings.text(environment, DEPTH).orElse("slices");
        for (TraceDepth.Part part : TraceDepth.Part.values()) {
            if (part.name().toLowerCase(Locale.ROOT).equals(asked)) {
                return part;
            }
        }
        throw Problem.usage("Expected " + DEPTH + " to be stages, slices, orders or messages, but it is \""
                + Problem.shortened(asked) + "\"");
    }

    private static int followed(Map<String, String> environment) {
        String asked = Settings.text(environment, ORDERS).orElse(Integer.toString(FOLLOWED));
        try {
            int orders = Integer.parseInt(asked);
            if (orders >= 1 && orders <= MOST_FOLLOWED) {
                return orders;
            }
        } catch (NumberFormatException notANumber) {
            // said below, as for a number out of range
        }
        throw Problem.usage("Expected " + ORDERS + " between 1 and " + MOST_FOLLOWED + ", but it is \""
                + Problem.shortened(asked) + "\"");
    }

    /** An address that a page may link to. */
    private static String link(String template) {
        try {
            URI filled = new URI(template.replace(PLACE, "0af7651916cd43dd8448eb211c80319c"));
            boolean http = "http".equalsIgnoreCase(filled.getScheme()) || "https".equalsIgnoreCase(filled.getScheme());
            if (http && filled.getHost() != null && template.contains(PLACE)) {
                return template;
            }
        } catch (URISyntaxException notAnAddress) {
            // said below
        }
        throw Problem.usage("Expected " + LINK + " to be an address with " + PLACE
                + " in it, for example https://jaeger.example.com/trace/" + PLACE + ", but it is \""
                + Problem.shortened(Secret.address(template)) + "\"");
    }
}
