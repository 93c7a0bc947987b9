package dev.vesper.app.wiring;

import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Threads for work that is split: what they log is marked as what whoever gave it to them logs. */
final class MarkedPool extends ThreadPoolExecutor {
    MarkedPool(int threads, ThreadFactory made) {
        super(threads, threads, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), made);
    }

    @Override
    public void execute(Runnable work) {
        @Nullable Map<String, String> marks = MDC.getCopyOfContextMap();
        super.execute(() -> {
            MDC.setContextMap(marks == null ? Map.of() : marks);
            try {
                work.run();
            } finally {
                MDC.clear();
            }
        });
    }
}
