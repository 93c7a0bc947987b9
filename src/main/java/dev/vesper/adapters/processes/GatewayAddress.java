package dev.vesper.adapters.processes;

import dev.vesper.basics.Problem;
import dev.vesper.basics.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** Reads the address of a Zeebe gateway as people write it. */
final class GatewayAddress {
    private static final int USUAL_PORT = 26500;

    private GatewayAddress() {}

    static URI parse(String text) {
        var trimmed = text.strip();
        var withScheme = trimmed.contains("://") ? trimmed : "http://" + trimmed;
        try {
            var uri = new URI(withScheme);
            var scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            if (uri.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
                throw wrong(text);
            }
            var port = uri.getPort() < 0 ? USUAL_PORT : uri.getPort();
            return new URI(scheme, null, uri.getHost(), port, null, null, null);
        } catch (URISyntaxException e) {
            throw wrong(text);
        }
    }

    /** The address of a token endpoint: https, because the client's secret goes there; http on this machine only. */
    static URI tokens(String text) {
        try {
            var uri = new URI(text.strip());
            var host = uri.getHost();
            if (host != null
                    && ("https".equals(uri.getScheme())
                            || ("http".equals(uri.getScheme())
                                    && (host.equals("localhost") || host.equals("127.0.0.1"))))) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // said below
        }
        throw Problem.usage("Expected a token endpoint like https://login.example.com/oauth/token, but"
                + " VESPER_ZEEBE_TOKEN_URL is \"" + Secret.address(text)
                + "\"; the client's secret goes there, so it is https");
    }

    private static Problem wrong(String text) {
        return Problem.usage(
                "Expected a Zeebe gateway address like zeebe.example.com:26500 or https://host:26500 (TLS),"
                        + " but got \"" + Secret.address(text) + "\"; maybe VESPER_ZEEBE_ADDRESS is mistyped");
    }
}
