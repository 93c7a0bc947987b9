package dev.vesper.adapters.telemetry;

import dev.vesper.basics.Problem;
import dev.vesper.desk.trace.SpanSink;
import dev.vesper.desk.trace.TracedSpan;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigurationException;
import io.opentelemetry.sdk.resources.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Spans to a collector. They wait in a queue of bounded length and are sent in batches by a thread of their own; what does not
 * fit, or is not taken, is dropped: no day waits for it.
 */
public final class OtlpSpans implements SpanSink, AutoCloseable {
    /** How long the end of the program waits for what is still to be sent. */
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(2);

    private static final String HTTP = "http/protobuf";

    /** Its own words on a failure, which {@link HeardExporter} says once; kept, or its level would be forgotten. */
    private static final Logger THEIRS = Logger.getLogger("io.opentelemetry");

    private final OpenTelemetrySdk sdk;
    private final GivenIds ids;
    private final Tracer tracer;

    OtlpSpans(OpenTelemetrySdk sdk, GivenIds ids) {
        this.sdk = sdk;
        this.ids = ids;
        this.tracer = sdk.getTracer("dev.vesper");
    }

    /**
     * Opens the way to a collector; whether it answers is not asked.
     *
     * @param variables the environment's, {@code OTEL_...}, as OpenTelemetry reads them
     * @param version of this program
     * @throws Problem of kind INPUT where they cannot be used
     */
    public static OtlpSpans open(Map<String, String> variables, String version, SendNews news) {
        THEIRS.setLevel(Level.OFF);
        Map<String, String> properties = properties(variables);
        String spoken = properties.getOrDefault("otel.exporter.otlp.protocol", HTTP);
        if (!properties
                .getOrDefault("otel.exporter.otlp.traces.protocol", spoken)
                .equals(HTTP)) {
            throw Problem.usage("Expected OTEL_EXPORTER_OTLP_PROTOCOL to be http/protobuf, the one that is spoken"
                    + " here; collectors hear it at port 4318");
        }
        GivenIds ids = new GivenIds();
        try {
            OpenTelemetrySdk sdk = AutoConfiguredOpenTelemetrySdk.builder()
                    .addPropertiesCustomizer(_ -> properties) // of these settings, and not of the whole environment
                    .addTracerProviderCustomizer((provider, _) -> provider.setIdGenerator(ids))
                    .addSamplerCustomizer((sampler, _) -> new WholeRuns(sampler))
                    .addSpanExporterCustomizer((exporter, _) -> new HeardExporter(exporter, news))
                    .addResourceCustomizer((resource, _) -> Resource.create(Attributes.builder()
                                    .put("service.name", "vesper")
                                    .put("service.version", version)
                                    .build())
                            .merge(named(resource)))
                    .disableShutdownHook()
                    .build()
                    .getOpenTelemetrySdk();
            return new OtlpSpans(sdk, ids);
        } catch (ConfigurationException | IllegalArgumentException e) {
            throw Problem.usage(
                    "Expected the variables OTEL_... to be as OpenTelemetry reads them, but " + e.getMessage());
        }
    }

    /** What the library found, without its own word for a service that nobody named. */
    private static Resource named(Resource resource) {
        AttributesBuilder kept = resource.getAttributes().toBuilder();
        kept.removeIf(key -> key.getKey().equals("service.name")
                && String.valueOf(resource.getAttributes().get(key)).startsWith("unknown_service"));
        return Resource.create(kept.build(), resource.getSchemaUrl());
    }

    private static Map<String, String> properties(Map<String, String> variables) {
        Map<String, String> properties =
                new HashMap<>(Map.of("otel.exporter.otlp.protocol", HTTP, "otel.traces.exporter", "otlp"));
        variables.forEach(
                (name, value) -> properties.put(name.toLowerCase(Locale.ROOT).replace('_', '.'), value));
        properties.put("otel.metrics.exporter", "none"); // Prometheus asks for them
        properties.put("otel.logs.exporter", "none"); // whoever collects logs reads standard error
        properties.put("otel.propagators", "none");
        return properties;
    }

    @Override
    public void tell(TracedSpan told) {
        SpanBuilder builder = tracer.spanBuilder(told.name())
                .setSpanKind(SpanKind.valueOf(told.kind().name()))
                .setStartTimestamp(told.began())
                .setParent(context(told));
        told.attributes().forEach((name, value) -> {
            switch (value) {
                case Long number -> builder.setAttribute(name, number);
                case Boolean flag -> builder.setAttribute(name, flag);
                default -> builder.setAttribute(name, value.toString());
            }
        });
        Span span = ids.with(told.trace(), told.id(), builder::startSpan);
        if (!told.failure().isEmpty()) {
            span.setStatus(StatusCode.ERROR, told.failure());
        }
        Instant ended = told.ended();
        span.end(ended);
    }

    private static Context context(TracedSpan told) {
        return told.parent().isEmpty()
                ? Context.root()
                : Context.root()
                        .with(Span.wrap(SpanContext.create(
                                told.trace(), told.parent(), TraceFlags.getSampled(), TraceState.getDefault())));
    }

    /** Sends what is left, for so long as one may wait. */
    @Override
    public void close() {
        var _ = sdk.getSdkTracerProvider().shutdown().join(LONGEST_CLOSE.toMillis(), TimeUnit.MILLISECONDS);
    }
}
