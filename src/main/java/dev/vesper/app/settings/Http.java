package dev.vesper.app.settings;

import dev.vesper.basics.Problem;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where {@code up} answers /health, /metrics, /api/v1 and /console.
 *
 * @param host one address of this machine, or all; VESPER_HTTP_HOST, default loopback
 * @param port VESPER_HTTP_PORT, default 8642, 0 for any free one
 * @param tls VESPER_HTTP_CERTIFICATE and VESPER_HTTP_KEY; without them it may answer on loopback alone
 */
public record Http(InetAddress host, int port, Optional<Tls> tls) {
    private static final String HOST = "VESPER_HTTP_HOST";
    private static final String PORT = "VESPER_HTTP_PORT";
    private static final String CERTIFICATE = "VESPER_HTTP_CERTIFICATE";
    private static final String KEY = "VESPER_HTTP_KEY";
    private static final int DEFAULT_PORT = 8642;
    private static final int HIGHEST_PORT = 65_535;

    /**
     * PEM files.
     *
     * @param certificate the certificate, then those that vouch for it
     * @param key in PKCS #8, not encrypted
     */
    public record Tls(Path certificate, Path key) {}

    static Http from(Map<String, String> environment) {
        InetAddress host = host(Settings.text(environment, HOST).orElse("127.0.0.1"));
        int port = port(Settings.text(environment, PORT).orElse(Integer.toString(DEFAULT_PORT)));
        boolean either = Settings.text(environment, CERTIFICATE).isPresent()
                || Settings.text(environment, KEY).isPresent();
        if (!either) {
            if (!host.isLoopbackAddress()) {
                throw Problem.usage("Expected " + CERTIFICATE + " and " + KEY + ", because " + HOST + " is \""
                        + host.getHostAddress() + "\", which other machines reach, but neither is in the environment");
            }
            return new Http(host, port, Optional.empty());
        }
        return new Http(
                host,
                port,
                Optional.of(new Tls(
                        Path.of(Settings.required(environment, CERTIFICATE, KEY)),
                        Path.of(Settings.required(environment, KEY, CERTIFICATE)))));
    }

    private static InetAddress host(String text) {
        try {
            return InetAddress.ofLiteral(text.equals("localhost") ? "127.0.0.1" : text);
        } catch (IllegalArgumentException noNumber) {
            throw Problem.usage(
                    "Expected " + HOST + " to be an address of this machine, for example 127.0.0.1, 10.1.2.3"
                            + " or 0.0.0.0 for all, but it is \"" + text + "\"");
        }
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= HIGHEST_PORT) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // said below, as for a number out of range
        }
        throw Problem.usage("Expected " + PORT + " between 0 and " + HIGHEST_PORT + ", but it is \"" + text + "\"");
    }
}
