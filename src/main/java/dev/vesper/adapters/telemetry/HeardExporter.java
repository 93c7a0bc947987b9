package dev.vesper.adapters.telemetry;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once that the collector does not take spans, and once that it does again. */
final class HeardExporter implements SpanExporter {
    private static final Logger LOG = LoggerFactory.getLogger(HeardExporter.class);

    private final SpanExporter exporter;
    private final SendNews news;
    private final AtomicBoolean failing = new AtomicBoolean();

    HeardExporter(SpanExporter exporter, SendNews news) {
        this.exporter = exporter;
        this.news = news;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        int count = spans.size();
        CompletableResultCode result = exporter.export(spans);
        result.whenComplete(() -> {
            if (result.isSuccess()) {
                news.sent(count);
                if (failing.getAndSet(false)) {
                    LOG.warn("The collector of traces takes spans again");
                }
            } else {
                news.failed(count);
                if (!failing.getAndSet(true)) {
                    Throwable why = result.getFailureThrowable();
                    LOG.warn(
                            "The collector of traces does not take spans; they are dropped, and the day goes on: {}",
                            why == null ? "it did not say why" : why.toString());
                }
            }
        });
        return result;
    }

    @Override
    public CompletableResultCode flush() {
        return exporter.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return exporter.shutdown();
    }
}
