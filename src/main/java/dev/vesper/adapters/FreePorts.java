package dev.vesper.adapters;

import dev.vesper.basics.Problem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Asks the operating system for free loopback ports, all different. Another program may still take one before use. */
public final class FreePorts {
    private FreePorts() {}

    /**
     * As many ports as asked for.
     *
     * @throws Problem of kind UNAVAILABLE where the operating system has none
     */
    public static List<Integer> find(int count) {
        var sockets = new ArrayList<ServerSocket>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return sockets.stream().map(ServerSocket::getLocalPort).toList();
        } catch (IOException e) {
            throw Problem.unavailable(
                    "Expected " + count + " free ports on loopback, but " + e.getMessage()
                            + "; maybe too many files are open",
                    e);
        } finally {
            sockets.forEach(FreePorts::close);
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw Problem.unavailable("Expected to let a loopback port go, but " + e.getMessage(), e);
        }
    }
}
