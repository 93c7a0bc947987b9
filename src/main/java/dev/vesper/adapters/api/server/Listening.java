package dev.vesper.adapters.api.server;

import dev.vesper.basics.Problem;
import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;

/**
 * Where a server answers people and programs.
 *
 * @param host one address of this machine, or all
 * @param port 0 for any free one
 * @param certificate with which it speaks TLS; without one it is for this machine alone
 */
public record Listening(InetAddress host, int port, Optional<ServerCertificate> certificate) {
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

    /**
     * Refuses what others could overhear.
     *
     * @throws Problem of kind INPUT where it is not loopback and there is no certificate
     */
    public Listening {
        if (!host.isLoopbackAddress() && certificate.isEmpty()) {
            throw Problem.usage("Expected a certificate, because other machines reach " + host.getHostAddress()
                    + ", but there is none");
        }
    }

    /** For this machine alone. */
    public static Listening loopback(int port) {
        return new Listening(LOOPBACK, port, Optional.empty());
    }

    /** Whether this is where the command line of this machine asks, too. */
    boolean local() {
        return host.equals(LOOPBACK) && certificate.isEmpty();
    }

    HostNames names() {
        return certificate.map(HostNames::of).orElseGet(() -> HostNames.plain(host));
    }

    /** What a browser is told to open, without a path. */
    URI address(int bound) {
        return certificate
                .map(c -> URI.create("https://" + name(c) + ":" + bound))
                .orElseGet(() -> URI.create("http://" + HostNames.literal(host) + ":" + bound));
    }

    private String name(ServerCertificate of) {
        return of.names().stream()
                .filter(name -> !name.startsWith("*"))
                .findFirst()
                .orElseGet(() -> HostNames.literal(host));
    }
}
