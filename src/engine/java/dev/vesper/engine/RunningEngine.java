package dev.vesper.engine;

import io.atomix.cluster.AtomixCluster;
import io.atomix.cluster.ClusterConfig;
import io.atomix.utils.Version;
import io.camunda.zeebe.broker.Broker;
import io.camunda.zeebe.broker.PartitionListener;
import io.camunda.zeebe.broker.SpringBrokerBridge;
import io.camunda.zeebe.broker.client.impl.BrokerClientImpl;
import io.camunda.zeebe.broker.client.impl.BrokerTopologyManagerImpl;
import io.camunda.zeebe.broker.clustering.ClusterConfigFactory;
import io.camunda.zeebe.broker.system.SystemContext;
import io.camunda.zeebe.broker.system.configuration.BrokerCfg;
import io.camunda.zeebe.engine.state.QueryService;
import io.camunda.zeebe.logstreams.log.LogStream;
import io.camunda.zeebe.scheduler.ActorScheduler;
import io.camunda.zeebe.scheduler.future.ActorFuture;
import io.camunda.zeebe.scheduler.future.CompletableActorFuture;
import io.camunda.zeebe.util.VersionUtil;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The broker, what it stands on, and the way in; closing takes down what was started, newest first, also after a failed
 * start. As a function it is the gateway: a method's full name and a request in, the responses out. As a supplier
 * it hands out what takes a listener of incidents and new jobs.
 */
final class RunningEngine
        implements AutoCloseable,
                BiFunction<String, byte[], Flow.Publisher<byte[]>>,
                Supplier<Consumer<Consumer<Map<String, String>>>> {
    private static final int LEADER_SECONDS = 60;
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(5);

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private @Nullable CommandGateway gateway;
    private volatile @Nullable LogStream log;

    void start(BrokerCfg cfg, InstantSource clock) throws Exception {
        StateFiles.require(
                Path.of(cfg.getData().getDirectory()), (int) cfg.getData().getLogSegmentSizeInBytes());
        var scheduler = ActorScheduler.newActorScheduler()
                .setCpuBoundActorThreadCount(cfg.getThreads().getCpuThreadCount())
                .setIoBoundActorThreadCount(cfg.getThreads().getIoThreadCount())
                .setActorClock(new GivenClock(clock))
                .setSchedulerName("zeebe")
                .build();
        started.push(() -> scheduler.stop().get(5, TimeUnit.SECONDS));
        scheduler.start();
        var cluster = new ClusterOfOne(new ClusterConfigFactory().mapConfiguration(cfg));
        started.push(() -> cluster.stop().get(5, TimeUnit.SECONDS));
        var topology = new BrokerTopologyManagerImpl(cluster.getMembershipService()::getMembers);
        scheduler.submitActor(topology).join();
        cluster.getMembershipService().addListener(topology);
        var client = new BrokerClientImpl(
                cfg.getGateway().getCluster().getRequestTimeout(),
                cluster.getMessagingService(),
                cluster.getEventService(),
                scheduler,
                topology);
        started.push(client);
        client.start().forEach(ActorFuture::join);
        var leads = new CountDownLatch(cfg.getCluster().getPartitionsCount());
        var broker = new Broker(
                new SystemContext(cfg, scheduler, cluster, client),
                new SpringBrokerBridge(),
                List.of(new LeaderWatch(leads, led -> log = led)));
        started.push(() -> closed(broker)); // one that did not start would wait for itself
        broker.start().get(LEADER_SECONDS, TimeUnit.SECONDS);
        if (!leads.await(LEADER_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("no partition led after " + LEADER_SECONDS + " s");
        }
        var way = CommandGateway.start(cfg.getGateway(), client, scheduler);
        started.push(way);
        gateway = way;
    }

    private static void closed(Broker broker) throws InterruptedException {
        var closing = new Thread(broker::close, "zeebe-close");
        closing.setDaemon(true);
        closing.start();
        closing.join(LONGEST_CLOSE);
    }

    @Override
    public Flow.Publisher<byte[]> apply(String method, byte[] request) {
        return Objects.requireNonNull(gateway, "Expected a started engine, but it is not")
                .call(method, request);
    }

    @Override
    public Consumer<Consumer<Map<String, String>>> get() {
        return this::listen;
    }

    private void listen(Consumer<Map<String, String>> listener) {
        var led = Objects.requireNonNull(log, "Expected a started engine, but it is not");
        var watch = new LogWatch(led.newLogStreamReader().join(), listener);
        started.push(watch);
        watch.start();
    }

    @Override
    public void close() {
        IllegalStateException failed = null;
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception | LinkageError e) {
                if (failed == null) {
                    failed = new IllegalStateException("Expected the Zeebe engine to close, but it did not", e);
                } else {
                    failed.addSuppressed(e);
                }
            }
        }
        if (failed != null) {
            System.getLogger("dev.vesper.engine").log(System.Logger.Level.DEBUG, "engine close", failed);
        }
    }

    /** A cluster of one, whose gossip and messages need no socket. */
    private static final class ClusterOfOne extends AtomixCluster {
        ClusterOfOne(ClusterConfig config) {
            super(
                    config,
                    Version.from(VersionUtil.getVersion()),
                    new InProcessMessaging(config.getNodeConfig().getAddress()),
                    new SilentUnicast());
        }

        @Override
        public void close() {
            stop().join();
        }
    }

    /** Counts the partitions that are led, that is, that take commands, and passes their log on. */
    @SuppressWarnings("removal") // QueryService is in the listener's signature
    private record LeaderWatch(CountDownLatch leads, Consumer<LogStream> led) implements PartitionListener {
        @Override
        public ActorFuture<Void> onBecomingLeader(int partition, long term, LogStream log, QueryService query) {
            led.accept(log);
            leads.countDown();
            return CompletableActorFuture.completed(null);
        }

        @Override
        public ActorFuture<Void> onBecomingFollower(int partition, long term) {
            return CompletableActorFuture.completed(null);
        }

        @Override
        public ActorFuture<Void> onBecomingInactive(int partition, long term) {
            return CompletableActorFuture.completed(null);
        }
    }
}
