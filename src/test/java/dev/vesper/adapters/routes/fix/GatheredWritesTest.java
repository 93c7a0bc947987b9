package dev.vesper.adapters.routes.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import quickfix.Responder;

class GatheredWritesTest {
    private static final String CUT = "cut";

    /** What reached the socket, piece by piece; it takes none before it is let. */
    private static final class Socket implements Responder {
        private final CountDownLatch busy = new CountDownLatch(1);
        private final CountDownLatch free = new CountDownLatch(1);
        private final BlockingQueue<String> pieces = new LinkedBlockingQueue<>();

        @Override
        public boolean send(String piece) {
            busy.countDown();
            try {
                free.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return pieces.add(piece);
        }

        @Override
        public void disconnect() {
            pieces.add(CUT);
        }

        @Override
        public String getRemoteAddress() {
            return "127.0.0.1";
        }

        private String next() throws InterruptedException {
            return Objects.requireNonNull(pieces.poll(1, TimeUnit.MINUTES), "nothing came");
        }
    }

    @Test
    void whatIsSaidWhileTheSocketIsBusyGoesTogetherAndInOrder() throws InterruptedException {
        var socket = new Socket();
        var writes = new GatheredWrites(socket);
        writes.send("first ");
        socket.busy.await();
        writes.send("second ");
        writes.send("third ");
        writes.send("fourth ");
        socket.free.countDown();
        assertEquals("first ", socket.next());
        assertEquals("second third fourth ", socket.next());
        writes.send("fifth ");
        assertEquals("fifth ", socket.next());
    }

    @Test
    void nothingIsLostOrTurnedRoundInABurst() throws InterruptedException {
        var socket = new Socket();
        socket.free.countDown();
        var writes = new GatheredWrites(socket);
        List<String> messages =
                IntStream.range(0, 100_000).mapToObj(i -> i + ";").toList();
        messages.forEach(writes::send);
        String all = String.join("", messages);
        StringBuilder came = new StringBuilder();
        while (came.length() < all.length()) {
            came.append(socket.next());
        }
        assertEquals(all, came.toString());
    }

    /** A logout is said before its session is cut. */
    @Test
    void whatWasSaidLeavesBeforeTheConnectionIsCut() throws InterruptedException {
        var socket = new Socket();
        var writes = new GatheredWrites(socket);
        writes.send("report ");
        socket.busy.await();
        writes.send("logout ");
        socket.free.countDown();
        writes.disconnect();
        StringBuilder came = new StringBuilder();
        for (String piece = socket.next(); !piece.equals(CUT); piece = socket.next()) {
            came.append(piece);
        }
        assertEquals("report logout ", came.toString());
    }
}
