package dev.vesper.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a process listens on, TCP and UDP, from /proc. */
public final class ListeningSockets {
    private ListeningSockets() {}

    /** One socket; the address in the kernel's hexadecimal. */
    public record Socket(String protocol, String address, int port) {
        public boolean loopback() {
            return address.equals("0100007F") // 127.0.0.1
                    || address.equals("00000000000000000000000001000000") // ::1
                    || address.equals("0000000000000000FFFF00000100007F"); // ::ffff:127.0.0.1
        }
    }

    public static List<Socket> ofThisProcess() throws IOException {
        return of(ProcessHandle.current().pid());
    }

    public static List<Socket> of(long pid) throws IOException {
        var inodes = inodes(pid);
        var found = new ArrayList<Socket>();
        for (var protocol : List.of("tcp", "tcp6", "udp", "udp6")) {
            var table = Path.of("/proc/" + pid + "/net", protocol);
            if (Files.exists(table)) {
                Files.readAllLines(table).stream().skip(1).forEach(line -> {
                    var words = line.strip().split("\\s+");
                    boolean listens = protocol.startsWith("udp") || words[3].equals("0A");
                    if (listens && inodes.contains(words[9])) {
                        var local = words[1].split(":");
                        found.add(new Socket(protocol, local[0], Integer.parseInt(local[1], 16)));
                    }
                });
            }
        }
        return found;
    }

    private static Set<String> inodes(long pid) throws IOException {
        var inodes = new HashSet<String>();
        try (var descriptors = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            for (var descriptor : descriptors.toList()) {
                try {
                    var target = Files.readSymbolicLink(descriptor).toString();
                    if (target.startsWith("socket:[")) {
                        inodes.add(target.substring(8, target.length() - 1));
                    }
                } catch (IOException e) {
                    // closed meanwhile
                }
            }
        }
        return inodes;
    }
}
