package dev.vesper.app.wiring;

import dev.vesper.adapters.telemetry.OtlpSpans;
import dev.vesper.adapters.telemetry.SendNews;
import dev.vesper.app.settings.CodeVersion;
import dev.vesper.app.settings.Settings;
import dev.vesper.desk.trace.SpanSink;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** The way to a collector; a class of its own, so that nothing of OpenTelemetry is loaded before an endpoint is set. */
final class SentSpans {
    private SentSpans() {}

    static SpanSink open(Settings settings, MeterRegistry registry) {
        return OtlpSpans.open(settings.telemetry().revealed(), CodeVersion.text(), new Counted(registry));
    }

    /** What became of spans, for /metrics. */
    private static final class Counted implements SendNews {
        private final Counter sent;
        private final Counter failed;

        Counted(MeterRegistry registry) {
            sent = counter(registry, "sent");
            failed = counter(registry, "failed");
        }

        private static Counter counter(MeterRegistry registry, String outcome) {
            return Counter.builder("vesper.trace.spans")
                    .description("Spans of traces by whether the collector took them, since this process started")
                    .tag("outcome", outcome)
                    .register(registry);
        }

        @Override
        public void sent(int spans) {
            sent.increment(spans);
        }

        @Override
        public void failed(int spans) {
            failed.increment(spans);
        }
    }
}
