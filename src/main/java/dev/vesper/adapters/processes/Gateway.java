package dev.vesper.adapters.processes;

import dev.vesper.basics.Problem;
import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.client.ZeebeClientBuilder;
import io.camunda.zeebe.client.ZeebeClientConfiguration;
import io.camunda.zeebe.client.api.command.ClientException;
import io.camunda.zeebe.client.api.response.PartitionInfo;
import io.camunda.zeebe.client.impl.ZeebeClientImpl;
import io.grpc.ManagedChannel;
import java.time.Duration;

/** The ordinary gRPC client, and the wait until somebody leads at the other end. */
final class Gateway {
    private static final Duration PAUSE = Duration.ofMillis(50);

    private Gateway() {}

    /** A client of a cluster. */
    static ZeebeClient connect(Cluster cluster, Duration timeout) {
        var address = cluster.address();
        var builder = settings().grpcAddress(address);
        cluster.certificates().ifPresent(file -> builder.caCertificatePath(file.toString()));
        cluster.login().ifPresent(login -> builder.credentialsProvider(new ClientCredentials(login)));
        return led(
                (address.getScheme().equals("http") ? builder.usePlaintext() : builder).build(),
                address.toString(),
                timeout,
                "the address, the scheme (http or https), the certificates or the client is wrong");
    }

    /** A client of the embedded engine, over a channel inside this program. */
    static ZeebeClient connect(ManagedChannel channel, Duration timeout) {
        var client = new ZeebeClientImpl((ZeebeClientConfiguration) settings(), channel);
        return led(client, "the embedded engine", timeout, "the machine is overloaded");
    }

    private static ZeebeClientBuilder settings() {
        return ZeebeClient.newClientBuilder()
                .applyEnvironmentVariableOverrides(false) // one setting says where the engine is
                .defaultRequestTimeout(Duration.ofSeconds(10))
                .numJobWorkerExecutionThreads(1); // handlers only hand over
    }

    private static ZeebeClient led(ZeebeClient client, String where, Duration timeout, String maybe) {
        try {
            awaitLeader(client, where, timeout, maybe);
            return client;
        } catch (RuntimeException | Error e) {
            client.close();
            throw e;
        }
    }

    private static void awaitLeader(ZeebeClient client, String where, Duration timeout, String maybe) {
        long until = System.nanoTime() + timeout.toNanos();
        String answer;
        do {
            try {
                var topology = client.newTopologyRequest()
                        .requestTimeout(Duration.ofSeconds(5))
                        .send()
                        .join();
                if (topology.getBrokers().stream()
                        .flatMap(broker -> broker.getPartitions().stream())
                        .anyMatch(PartitionInfo::isLeader)) {
                    return;
                }
                answer = "it has no partition leader";
            } catch (ClientException e) {
                answer = String.valueOf(e.getMessage());
            }
            pause();
        } while (System.nanoTime() < until);
        throw Problem.unavailable("Expected a Zeebe gateway at " + where + " within " + timeout.toSeconds() + " s, but "
                + answer + "; maybe " + maybe);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.unavailable("Expected to wait for the process engine, but was interrupted", e);
        }
    }
}
