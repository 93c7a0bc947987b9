package dev.vesper.adapters.lake;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.adapters.FreePorts;
import dev.vesper.basics.Problem;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;

/** The store against a real S3 server in this process. */
class S3StoreIT {
    @TempDir
    Path folder;

    private EmbeddedS3 server;
    private S3Store store;

    @BeforeEach
    void start() {
        server = EmbeddedS3.start(folder.resolve("lake"), "vesper");
        store = S3Store.open(server.settings());
    }

    @AfterEach
    void stop() {
        store.close();
        server.close();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void whatIsPutComesBackWithItsCheckSum() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "hello");
        StoredObject put = store.put("a/b.txt", file);
        assertEquals("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824", put.sha256());
        assertEquals(put, store.find("a/b.txt").orElseThrow());
        assertArrayEquals(bytes("hello"), store.read("a/b.txt"));
        Path copy = folder.resolve("deep/copy.txt");
        store.fetch("a/b.txt", put.sha256(), copy);
        assertEquals("hello", Files.readString(copy));
        assertEquals(List.of("a/b.txt"), store.list("a/"));
        assertTrue(store.find("a/c.txt").isEmpty());
    }

    @Test
    void theSameBytesAreSentOnce() throws Exception {
        store.put("x", bytes("one"));
        Path object = folder.resolve("lake/vesper/x");
        Object before = Files.getAttribute(object, "unix:ino");
        store.put("x", bytes("one"));
        assertEquals(before, Files.getAttribute(object, "unix:ino"), "the file was not written again");
        store.put("x", bytes("two"));
        assertArrayEquals(bytes("two"), store.read("x"));
    }

    @Test
    void aLargeFileGoesInParts() throws IOException {
        byte[] random = new byte[2 * MultipartPut.THRESHOLD_BYTES + 12_345];
        new Random(7).nextBytes(random);
        Path file = Files.write(folder.resolve("large.bin"), random);
        StoredObject put = store.put("large", file);
        assertEquals(put, store.find("large").orElseThrow());
        Path copy = folder.resolve("copy.bin");
        store.fetch("large", FileSum.of(file), copy);
        assertEquals(-1, Files.mismatch(file, copy));
        assertEquals(List.of("large"), store.list(""), "no part is left behind");
    }

    @Test
    void anAlteredObjectIsNoticed() throws IOException {
        StoredObject put = store.put("x", bytes("the truth"));
        store.client()
                .putObject(
                        b -> b.bucket("vesper").key("x").metadata(Map.of(S3Store.SHA256, put.sha256())),
                        RequestBody.fromString("the lie"));
        assertTrue(
                assertThrows(Problem.class, () -> store.read("x")).getMessage().contains("altered"));
        Path copy = folder.resolve("copy");
        Problem problem = assertThrows(Problem.class, () -> store.fetch("x", put.sha256(), copy));
        assertTrue(problem.getMessage().contains("altered"), problem.getMessage());
        assertFalse(Files.exists(copy), "nothing half-trusted is left");
    }

    @Test
    void aSpoiltCopyIsFetchedAgain() throws IOException {
        StoredObject put = store.put("x", bytes("good"));
        Path copy = Files.writeString(folder.resolve("copy"), "bad!");
        store.fetch("x", put.sha256(), copy);
        assertEquals("good", Files.readString(copy));
    }

    @Test
    void objectsOutliveTheServerAndItsKeys() {
        store.put("x", bytes("one"));
        store.close();
        server.close();
        String first = server.settings().secretKey();
        server = EmbeddedS3.start(folder.resolve("lake"), "vesper");
        store = S3Store.open(server.settings());
        assertFalse(first.equals(server.settings().secretKey()), "keys are new at each start");
        assertArrayEquals(bytes("one"), store.read("x"));
    }

    @Test
    void anotherEndpointWorksByConfigurationAlone() {
        try (EmbeddedS3 remote = EmbeddedS3.start(folder.resolve("remote"), "elsewhere")) {
            S3Settings given = remote.settings();
            var settings = new S3Settings(
                    given.endpoint(), "eu-central-1", given.accessKey(), given.secretKey(), "firm-lake", true);
            try (S3Store other = S3Store.open(settings)) {
                other.put("x", bytes("there"));
                assertArrayEquals(bytes("there"), other.read("x"));
            }
            assertTrue(Files.exists(folder.resolve("remote/firm-lake/x")));
            assertTrue(store.find("x").isEmpty());
        }
    }

    @Test
    void wrongKeysAreRefusedWithoutShowingThem() {
        S3Settings right = server.settings();
        var wrong = new S3Settings(
                right.endpoint(), right.region(), right.accessKey(), "not-the-secret", right.bucket(), true);
        Problem problem = assertThrows(Problem.class, () -> S3Store.open(wrong));
        assertEquals(Problem.Kind.UNAVAILABLE, problem.kind());
        assertTrue(problem.getMessage().contains("maybe the access key or the secret key is wrong"));
        for (Throwable t = problem; t != null; t = t.getCause()) {
            assertFalse(t.toString().contains("not-the-secret"));
        }
        assertFalse(wrong.toString().contains("not-the-secret"));
        assertFalse(right.toString().contains(right.accessKey()));
    }

    @Test
    void aDeadPortSaysSoSoon() {
        int port = FreePorts.find(1).getFirst();
        var dead = new S3Settings(URI.create("http://127.0.0.1:" + port), "us-east-1", "k", "s", "vesper", true);
        Problem problem = assertThrows(Problem.class, () -> S3Store.open(dead));
        assertEquals(Problem.Kind.UNAVAILABLE, problem.kind());
        assertTrue(problem.getMessage().contains("maybe nothing listens there"), problem.getMessage());
        assertTrue(problem.getMessage().contains(":" + port), problem.getMessage());
    }

    @Test
    void onlyLoopbackIsListenedOn() throws IOException {
        int port = server.settings().endpoint().getPort();
        assertTrue(port > 0);
        List<InetAddress> outside = new ArrayList<>();
        for (NetworkInterface network : NetworkInterface.networkInterfaces().toList()) {
            network.inetAddresses().filter(a -> !a.isLoopbackAddress()).forEach(outside::add);
        }
        for (InetAddress address : outside) {
            try (Socket socket = new Socket()) {
                assertThrows(
                        ConnectException.class,
                        () -> socket.connect(new InetSocketAddress(address, port), 1000),
                        () -> address + " must not answer");
            }
        }
        assertEquals(List.of("0100007F"), listening(port));
    }

    /** The local addresses that listen on a port, as the kernel writes them; Linux only. */
    private static List<String> listening(int port) throws IOException {
        String wanted = String.format(":%04X", port);
        List<String> found = new ArrayList<>();
        for (String table : List.of("/proc/self/net/tcp", "/proc/self/net/tcp6")) {
            if (!Files.exists(Path.of(table))) {
                continue;
            }
            for (String line : Files.readAllLines(Path.of(table))) {
                String[] words = line.trim().split("\\s+");
                if (words.length > 3 && words[1].endsWith(wanted) && words[3].equals("0A")) {
                    String address = words[1].substring(0, words[1].indexOf(':'));
                    found.add(address.endsWith("0100007F") ? "0100007F" : address);
                }
            }
        }
        return found;
    }
}
