package dev.vesper.adapters.processes;

import dev.vesper.basics.Problem;
import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.client.api.command.ClientException;
import io.camunda.zeebe.client.api.response.PartitionInfo;
import java.net.URI;
import java.time.Duration;

/** The ordinary gRPC client, and the wait until somebody leads at the other end. */
final class Gateway {
    private static final Duration PAUSE = Duration.ofMillis(50);

    private Gateway() {}

    static ZeebeClient connect(URI address, Duration timeout) {
        var builder = ZeebeClient.newClientBuilder()
                .applyEnvironmentVariableOverrides(false) // one setting says where the engine is
                .grpcAddress(address)
                .defaultRequestTimeout(Duration.ofSeconds(10))
                .numJobWorkerExecutionThreads(1); // handlers only hand over
        var client = (address.getScheme().equals("http") ? builder.usePlaintext() : builder).build();
        try {
            awaitLeader(client, address, timeout);
            return client;
        } catch (RuntimeException | Error e) {
            client.close();
            throw e;
        }
    }

    private static void awaitLeader(ZeebeClient client, URI address, Duration timeout) {
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
        throw Problem.unavailable("Expected a Zeebe gateway at " + address + " within " + timeout.toSeconds()
                + " s, but " + answer + "; maybe the address or the scheme (http or https) is wrong");
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
