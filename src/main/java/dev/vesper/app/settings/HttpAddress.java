package dev.vesper.app.settings;

import dev.vesper.basics.Problem;
import dev.vesper.basics.Secret;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * Where a server answers by HTTP. User name, password and query are dropped, because keys have settings of their own, and are
 * never shown: people paste addresses with the secret in them.
 *
 * @param uri scheme, host, port and path
 * @param shown as it may be printed, with {@code ***} where something was
 */
public record HttpAddress(URI uri, String shown) {
    /**
     * Reads an address.
     *
     * @param setting whose value it is, for example {@code VESPER_S3_ENDPOINT}
     * @throws Problem of kind INPUT, without what may be secret, where it is none
     */
    static HttpAddress read(String setting, String text) {
        try {
            URI all = new URI(text);
            boolean http = "http".equalsIgnoreCase(all.getScheme()) || "https".equalsIgnoreCase(all.getScheme());
            if (http && all.getHost() != null && all.getPort() <= 65_535) {
                URI kept = new URI(all.getScheme(), null, all.getHost(), all.getPort(), all.getPath(), null, null);
                return new HttpAddress(kept, Secret.address(text));
            }
        } catch (URISyntaxException notAnAddress) {
            // said below, without the text that Java's message repeats
        }
        throw Problem.usage("Expected " + setting + " to be an address like https://s3.example.com:9000, but it is \""
                + Secret.address(text) + "\"");
    }

    @Override
    public String toString() {
        return shown;
    }
}
