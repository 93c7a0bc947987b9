package dev.vesper.adapters.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.desk.trace.TracedSpan;
import dev.vesper.testing.OtlpReceiver;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is told arrives under its own ids; a collector that is down, refuses or hangs holds nobody up. */
class OtlpSpansTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String ROOT = "b7ad6b7169203331";
    private static final Instant EVENING = Instant.parse("2025-12-31T22:00:00Z");

    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final SendNews news = new SendNews() {
        @Override
        public void sent(int spans) {
            sent.addAndGet(spans);
        }

        @Override
        public void failed(int spans) {
            failed.addAndGet(spans);
        }
    };

    @Test
    void aSpanIsAsItWasTold() {
        InMemorySpanExporter kept = InMemorySpanExporter.create();
        GivenIds ids = new GivenIds();
        SdkTracerProvider provider = SdkTracerProvider.builder()
                .setIdGenerator(ids)
                .addSpanProcessor(SimpleSpanProcessor.create(kept))
                .build();
        OtlpSpans spans = new OtlpSpans(
                OpenTelemetrySdk.builder().setTracerProvider(provider).build(), ids);
        spans.tell(stage("b7ad6b7169203332", "venue is down"));
        spans.tell(root());
        SpanData stage = kept.getFinishedSpanItems().getFirst();
        assertEquals(TRACE, stage.getTraceId());
        assertEquals("b7ad6b7169203332", stage.getSpanId());
        assertEquals(ROOT, stage.getParentSpanId());
        assertEquals(SpanKind.CLIENT, stage.getKind());
        assertEquals("venue is down", stage.getStatus().getDescription());
        assertEquals(EVENING.getEpochSecond() * 1_000_000_000L, stage.getStartEpochNanos());
        assertEquals(3_000_000_000L, stage.getEndEpochNanos() - stage.getStartEpochNanos());
        assertEquals(7L, stage.getAttributes().get(AttributeKey.longKey("vesper.orders")));
        assertEquals(true, stage.getAttributes().get(AttributeKey.booleanKey("vesper.order.ended")));
        SpanData root = kept.getFinishedSpanItems().getLast();
        assertEquals(TRACE, root.getTraceId());
        assertEquals(ROOT, root.getSpanId());
        assertEquals("0000000000000000", root.getParentSpanId());
    }

    @Test
    void aCollectorIsSentThemByTheVariablesThatEverybodyKnows() throws IOException {
        try (OtlpReceiver collector = new OtlpReceiver()) {
            try (OtlpSpans spans = OtlpSpans.open(
                    Map.of(
                            "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", collector.endpoint() + "/v1/traces",
                            "OTEL_EXPORTER_OTLP_TRACES_HEADERS", "Authorization=Bearer%20abc",
                            "OTEL_EXPORTER_OTLP_COMPRESSION", "gzip",
                            "OTEL_SERVICE_NAME", "vesper-london",
                            "OTEL_RESOURCE_ATTRIBUTES", "deployment.environment.name=test"),
                    "1.2.3",
                    news)) {
                spans.tell(stage("b7ad6b7169203332", ""));
                spans.tell(root());
            }
            assertEquals(List.of("POST /v1/traces Bearer abc"), collector.asked());
            assertEquals("vesper-london", collector.resource().get("service.name"));
            assertEquals("1.2.3", collector.resource().get("service.version"));
            assertEquals("test", collector.resource().get("deployment.environment.name"));
            assertEquals(2, collector.spans().size());
            assertEquals(TRACE, OtlpReceiver.trace(collector.spans("end of day").getFirst()));
            assertEquals(
                    "7", OtlpReceiver.attributes(collector.spans().getFirst()).get("vesper.orders"));
            assertEquals(2, sent.get());
            assertEquals(0, failed.get());
        }
    }

    @Test
    void aServiceThatNobodyNamedIsVesper() throws IOException {
        try (OtlpReceiver collector = new OtlpReceiver()) {
            try (OtlpSpans spans = to(collector.endpoint(), Map.of())) {
                spans.tell(root());
            }
            assertEquals("vesper", collector.resource().get("service.name"));
        }
    }

    /** A ratio keeps or drops a run whole, though its own span comes last. */
    @Test
    void aRunIsSampledWholeOrNotAtAll() throws IOException {
        try (OtlpReceiver collector = new OtlpReceiver()) {
            Map<String, String> half =
                    Map.of("OTEL_TRACES_SAMPLER", "parentbased_traceidratio", "OTEL_TRACES_SAMPLER_ARG", "0.5");
            List<String> traces = new ArrayList<>();
            try (OtlpSpans spans = to(collector.endpoint(), half)) {
                for (int i = 0; i < 16; i++) {
                    String trace = "0af7651916cd43dd" + Integer.toHexString(i) + "448eb211c80319c";
                    traces.add(trace);
                    spans.tell(new TracedSpan(
                            trace,
                            "b7ad6b7169203332",
                            ROOT,
                            "report",
                            TracedSpan.Kind.INTERNAL,
                            EVENING,
                            EVENING,
                            "",
                            Map.of()));
                    spans.tell(new TracedSpan(
                            trace, ROOT, "", "end of day", TracedSpan.Kind.INTERNAL, EVENING, EVENING, "", Map.of()));
                }
            }
            List<String> of =
                    collector.spans().stream().map(OtlpReceiver::trace).toList();
            for (String trace : traces) {
                long told = of.stream().filter(trace::equals).count();
                assertTrue(told == 0 || told == 2, trace + ": " + told);
            }
            assertEquals(16, of.size(), "half of the traces, two spans each");
        }
    }

    @Test
    void aCollectorThatRefusesOrIsDownOrHangsLosesSpansAndNothingElse() throws IOException {
        try (OtlpReceiver refuses = new OtlpReceiver()) {
            refuses.status = 400;
            try (OtlpSpans spans = to(refuses.endpoint(), Map.of())) {
                spans.tell(root());
            }
            assertEquals(1, failed.get());
        }
        int free;
        try (ServerSocket hangs =
                new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) { // takes, and never answers
            free = hangs.getLocalPort();
            try (OtlpSpans spans = to("http://127.0.0.1:" + free, Map.of())) {
                IntStream.range(0, 100_000).forEach(i -> spans.tell(root())); // more than any queue holds
            }
        }
        try (OtlpSpans spans = to("http://127.0.0.1:" + free, Map.of())) {
            spans.tell(root());
        }
        assertEquals(0, sent.get());
    }

    @Test
    void whatCannotBeUsedIsNamed() {
        Problem grpc = assertThrows(
                Problem.class, () -> to("http://127.0.0.1:4317", Map.of("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc")));
        assertTrue(grpc.getMessage().contains("http/protobuf"), grpc.getMessage());
        Problem timeout = assertThrows(
                Problem.class, () -> to("http://127.0.0.1:4318", Map.of("OTEL_EXPORTER_OTLP_TIMEOUT", "soon")));
        assertEquals(Problem.Kind.INPUT, timeout.kind());
        assertTrue(timeout.getMessage().contains("soon"), timeout.getMessage());
    }

    private OtlpSpans to(String endpoint, Map<String, String> more) {
        Map<String, String> variables = new java.util.HashMap<>(more);
        variables.put("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", endpoint + "/v1/traces");
        return OtlpSpans.open(variables, "1", news);
    }

    private static TracedSpan stage(String id, String failure) {
        return new TracedSpan(
                TRACE,
                id,
                ROOT,
                "execute-orders",
                TracedSpan.Kind.CLIENT,
                EVENING,
                EVENING.plusSeconds(3),
                failure,
                Map.of("vesper.orders", 7L, "vesper.order.ended", true, "vesper.run.id", "2025-12-31-001"));
    }

    private static TracedSpan root() {
        return new TracedSpan(
                TRACE, ROOT, "", "end of day", TracedSpan.Kind.INTERNAL, EVENING, EVENING.plusSeconds(9), "", Map.of());
    }
}
