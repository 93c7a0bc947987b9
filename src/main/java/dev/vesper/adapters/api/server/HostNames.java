package dev.vesper.adapters.api.server;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How an address may be named in a request.
 *
 * @param names in lower case, with {@code *} for one label, for example {@code *.desk.example}
 * @param standardPort may be left out
 * @param words for people, for example {@code this machine's loopback}
 */
record HostNames(List<String> names, int standardPort, String words) {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /** Without a certificate: by number, and loopback by name as well. */
    static HostNames plain(InetAddress host) {
        List<String> names = new ArrayList<>(List.of("127.0.0.1", "localhost", "[::1]"));
        if (!names.contains(literal(host))) {
            names.add(literal(host));
        }
        return new HostNames(List.copyOf(names), HTTP, "this machine's loopback");
    }

    static HostNames of(ServerCertificate certificate) {
        return new HostNames(
                certificate.names(), HTTPS, "the certificate's " + String.join(" or ", certificate.names()));
    }

    /** An address as it stands in a URI. */
    static String literal(InetAddress host) {
        return host instanceof Inet6Address ? "[" + host.getHostAddress() + "]" : host.getHostAddress();
    }

    /** Whether a Host header names us. */
    boolean contain(String header, int port) {
        String asked = header.toLowerCase(Locale.ROOT);
        String end = ":" + port;
        if (asked.endsWith(end)) {
            asked = asked.substring(0, asked.length() - end.length());
        } else if (port != standardPort) {
            return false;
        }
        String name = asked;
        return names.stream().anyMatch(known -> named(known, name));
    }

    private static boolean named(String known, String name) {
        return known.startsWith("*.")
                ? name.indexOf('.') > 0 && name.substring(name.indexOf('.')).equals(known.substring(1))
                : known.equals(name);
    }
}
