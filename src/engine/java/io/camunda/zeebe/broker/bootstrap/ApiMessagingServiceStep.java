package io.camunda.zeebe.broker.bootstrap;

import dev.vesper.engine.InProcessMessaging;
import io.atomix.utils.net.Address;
import io.camunda.zeebe.scheduler.ConcurrencyControl;
import io.camunda.zeebe.scheduler.future.ActorFuture;
import org.jspecify.annotations.NullMarked;

/**
 * Starts what the broker takes commands by. The distribution's step of this name binds a TCP port that asks nobody who he
 * is, and has no setting for anything else; the loader finds this one first. The engine's version is fixed, and a test
 * looks at the sockets.
 */
@NullMarked
public class ApiMessagingServiceStep extends AbstractBrokerStartupStep {
    @Override
    void startupInternal(
            BrokerStartupContext context, ConcurrencyControl control, ActorFuture<BrokerStartupContext> started) {
        var api = context.getBrokerConfiguration().getNetwork().getCommandApi();
        var ours = (InProcessMessaging) context.getClusterServices().getMessagingService();
        var commands = ours.neighbour(Address.from(api.getAdvertisedHost(), api.getAdvertisedPort()));
        var _ = commands.start()
                .thenRun(() -> control.run(() -> {
                    context.setApiMessagingService(commands);
                    started.complete(context);
                }));
    }

    @Override
    void shutdownInternal(
            BrokerStartupContext context, ConcurrencyControl control, ActorFuture<BrokerStartupContext> stopped) {
        var commands = context.getApiMessagingService();
        if (commands == null) {
            stopped.complete(context);
            return;
        }
        var _ = commands.stop()
                .thenRun(() -> control.run(() -> {
                    context.setApiMessagingService(null);
                    stopped.complete(context);
                }));
    }

    @Override
    public String getName() {
        return "API Messaging Service";
    }
}
