package dev.vesper.engine;

import io.camunda.zeebe.broker.system.configuration.BrokerCfg;
import io.camunda.zeebe.broker.system.configuration.RaftCfg;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.springframework.util.unit.DataSize;

/** The broker's settings for one small node in one program: no socket, one partition, little memory. */
final class EngineSettings {
    /** With the usual ports, the names of the broker's two sides to each other; nothing is bound there. */
    private static final String LOOPBACK = "127.0.0.1";

    private EngineSettings() {}

    static BrokerCfg from(Map<String, String> settings) {
        var folder = get(settings, "folder");
        var cfg = new BrokerCfg();
        cfg.getNetwork().setHost(LOOPBACK);
        cfg.getGateway().setEnable(false); // ours has no socket
        cfg.getThreads().setCpuThreadCount(2);
        cfg.getThreads().setIoThreadCount(2);
        cfg.getData().setDirectory("data");
        cfg.getData().setLogSegmentSize(DataSize.ofMegabytes(8));
        cfg.getData().setSnapshotPeriod(Duration.ofMinutes(5));
        var stopBelow = Long.parseLong(get(settings, "stop-below-mb"));
        cfg.getData().getDisk().getFreeSpace().setProcessing(DataSize.ofMegabytes(stopBelow));
        cfg.getData().getDisk().getFreeSpace().setReplication(DataSize.ofMegabytes(Math.max(1, stopBelow / 2)));
        cfg.getExperimental().getRocksdb().setMemoryLimit(DataSize.ofMegabytes(32));
        // every command is on the disk before it is answered; the engine's default, but what we rest on
        cfg.getCluster().getRaft().setFlush(new RaftCfg.FlushConfig(true, Duration.ZERO));
        // nobody else votes: there is no one to wait for
        cfg.getCluster().setElectionTimeout(Duration.ofMillis(500));
        cfg.getCluster().setHeartbeatInterval(Duration.ofMillis(100));
        // jobs of a killed program are handed out again soon after their time is up
        cfg.getExperimental().getEngine().getJobs().setTimeoutCheckerPollingInterval(Duration.ofMillis(500));
        cfg.init(folder);
        return cfg;
    }

    private static String get(Map<String, String> settings, String name) {
        return Objects.requireNonNull(
                settings.get(name), () -> "Expected the engine setting \"" + name + "\", but it is absent");
    }
}
