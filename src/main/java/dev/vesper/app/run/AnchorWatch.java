package dev.vesper.app.run;

import dev.vesper.desk.audit.VerifiedChain;
import dev.vesper.desk.audit.anchor.AnchorAudit;
import dev.vesper.desk.health.HealthCheck;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * While Vesper is up, anchors the audit outside after each run and at least daily, and verifies the rows that came; on a thread
 * of its own.
 */
public final class AnchorWatch {
    private static final Logger LOG = LoggerFactory.getLogger(AnchorWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(15);

    private final AnchorAudit anchors;
    private final VerifiedChain chain;

    public AnchorWatch(AnchorAudit anchors, VerifiedChain chain) {
        this.anchors = anchors;
        this.chain = chain;
    }

    /** What keeps the audit from being anchored, for operators. */
    public List<HealthCheck> checks() {
        return List.of(HealthCheck.watched("audit-anchors", anchors::trouble));
    }

    /** Looks from now on, until the program ends. */
    public void start() {
        Thread.ofPlatform().name("anchors").daemon().start(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    Thread.sleep(EVERY);
                    anchors.look();
                    chain.catchUp();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } catch (RuntimeException e) {
                    LOG.debug("the audit could not be anchored", e); // the store is down or closing
                }
            }
        });
    }
}
