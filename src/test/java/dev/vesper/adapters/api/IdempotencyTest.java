package dev.vesper.adapters.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.adapters.api.client.HttpTransport;
import dev.vesper.adapters.api.server.ApiServer;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Registry;
import dev.vesper.basics.Sha256;
import dev.vesper.desk.idempotency.FirstAnswer;
import dev.vesper.desk.idempotency.IdempotencyStore;
import dev.vesper.desk.idempotency.IdempotentRequests;
import dev.vesper.desk.idempotency.KeyedRequest;
import dev.vesper.desk.idempotency.KnownRequest;
import dev.vesper.desk.operations.Caller;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.operations.Owner;
import dev.vesper.desk.operations.Person;
import dev.vesper.testing.MemoryRequests;
import dev.vesper.testing.NoProbes;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A POST with a key is done once, whatever breaks, and its first answer is given again. */
class IdempotencyTest {
    /** What is to be added to a sum. */
    public record Amount(int amount) {}

    /** How often a thing was done before. */
    public record Count(int times) {}

    private final AtomicInteger done = new AtomicInteger();
    private volatile CountDownLatch wait = new CountDownLatch(0);
    private volatile CountDownLatch begun = new CountDownLatch(0);

    private final Resource<Amount, Count> add = Resource.post(
            "/api/v1/sums", "Adds.", Amount.class, Answers.one(Count.class), (_, q) -> counted(q.amount()));
    private final Resource<Amount, Count> again = Resource.post(
                    "/api/v1/again", "Adds.", Amount.class, Answers.one(Count.class), (_, q) -> counted(q.amount()))
            .repeatable();

    private final OperationsContract contract = new OperationsContract() {
        @Override
        Operations as(Caller caller) {
            return serve(Optional.empty()).as(caller);
        }
    };
    private final MemoryRequests store = new MemoryRequests();
    private final AtomicBoolean lost = new AtomicBoolean();
    private ApiServer server = start();
    private final List<AutoCloseable> open = new ArrayList<>();

    private Count counted(int amount) {
        begun.countDown();
        try {
            wait.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (amount < 0) {
            done.incrementAndGet();
            throw Problem.refused("Expected an amount above zero, but " + done.get() + " were not");
        }
        return new Count(done.incrementAndGet());
    }

    private ApiServer start() {
        List<Resource<?, ?>> all = new ArrayList<>(Resources.ALL.all());
        all.add(add);
        all.add(again);
        IdempotencyStore losing = new IdempotencyStore() {
            @Override
            public Noted begin(KeyedRequest request, Instant at, Instant forgetBefore, int most) {
                return store.begin(request, at, forgetBefore, most);
            }

            @Override
            public Optional<KnownRequest> find(String person, String key) {
                return store.find(person, key);
            }

            @Override
            public void end(String person, String key, Optional<FirstAnswer> answer) {
                if (lost.get()) {
                    throw Problem.unavailable("Expected the store, but it is gone");
                }
                store.end(person, key, answer);
            }
        };
        return ApiServer.start(
                0,
                Registry.of("resource", Resource::word, all),
                contract.serve(Optional.empty()),
                new IdempotentRequests(losing, InstantSource.system()),
                new NoProbes());
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
        server.close();
    }

    private HttpResponse<String> post(String path, String body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.endpoint().port() + path))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .header("Authorization", "Bearer " + server.endpoint().token().reveal());
        if (headers.length > 0) {
            request.headers(headers);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private HttpResponse<String> keyed(String key, String body) throws Exception {
        return post("/api/v1/sums", body, "Idempotency-Key", key);
    }

    private static void failed(int status, ProblemType type, HttpResponse<String> said) {
        assertEquals(status, said.statusCode(), said::body);
        assertTrue(said.body().contains("\"" + type.uri() + "\""), said::body);
    }

    @Test
    void theSameAgainIsAnsweredAsFirst() throws Exception {
        HttpResponse<String> first = keyed("\"k-1\"", "{\"amount\":1}");
        HttpResponse<String> second = keyed("\"k-1\"", "{\"amount\":1}");
        assertEquals(1, done.get());
        assertEquals(first.statusCode(), second.statusCode());
        assertEquals(first.body(), second.body());
        assertEquals(
                first.headers().firstValue("Content-Type"), second.headers().firstValue("Content-Type"));
        assertEquals(Optional.empty(), first.headers().firstValue("Idempotency-Replayed"));
        assertEquals(Optional.of("true"), second.headers().firstValue("Idempotency-Replayed"));
        assertEquals(first.body(), keyed("k-1", "{\"amount\":1}").body(), "the quotation marks may be left out");
        keyed("k-2", "{\"amount\":1}");
        post("/api/v1/sums", "{\"amount\":1}");
        assertEquals(3, done.get(), "another key, and none");
    }

    @Test
    void aRefusalIsAnsweredAgainToo() throws Exception {
        HttpResponse<String> first = keyed("k", "{\"amount\":-1}");
        failed(409, ProblemType.REFUSED, first);
        assertEquals(first.body(), keyed("k", "{\"amount\":-1}").body(), "its instance included");
        assertEquals(1, done.get());
    }

    @Test
    void aKeyIsBoundToItsPersonPathAndBody() throws Exception {
        keyed("k", "{\"amount\":1}");
        failed(422, ProblemType.KEY_REUSED, keyed("k", "{\"amount\":2}"));
        failed(422, ProblemType.KEY_REUSED, post("/api/v1/again", "{\"amount\":1}", "Idempotency-Key", "k"));
        assertEquals(1, done.get());
        for (String who : List.of("anna", "bob")) {
            post("/api/v1/sums", "{\"amount\":1}", "Idempotency-Key", "k", "Vesper-Person", who);
        }
        post("/api/v1/sums", "{\"amount\":1}", "Idempotency-Key", "k", "Vesper-As", "owner");
        assertEquals(4, done.get());
    }

    @Test
    void whatRunsIsSaidToRun() throws Exception {
        wait = new CountDownLatch(1);
        begun = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<HttpResponse<String>> first = threads.submit(() -> keyed("k", "{\"amount\":1}"));
            begun.await();
            HttpResponse<String> second = keyed("k", "{\"amount\":1}");
            failed(409, ProblemType.STILL_RUNNING, second);
            assertEquals("1", second.headers().firstValue("Retry-After").orElseThrow());
            wait.countDown();
            assertEquals(first.get().body(), keyed("k", "{\"amount\":1}").body());
        }
        assertEquals(1, done.get());
    }

    @Test
    void ofManyAtOnceOneIsDone() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<HttpResponse<String>>> all = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                all.add(threads.submit(() -> keyed("k", "{\"amount\":1}")));
            }
            for (Future<HttpResponse<String>> one : all) {
                int status = one.get().statusCode();
                assertTrue(status == 200 || status == 409, () -> "status " + status);
            }
        }
        assertEquals(1, done.get());
    }

    @Test
    void whatVesperStoppedInTheMiddleOfIsNotDoneTwice() throws Exception {
        lost.set(true); // what was done is not noted, as when the power fails between the two
        assertEquals(200, keyed("k", "{\"amount\":1}").statusCode(), "it was done");
        assertEquals(
                200,
                post("/api/v1/again", "{\"amount\":1}", "Idempotency-Key", "a").statusCode());
        lost.set(false);
        server.close();
        server = start();
        failed(409, ProblemType.UNFINISHED, keyed("k", "{\"amount\":1}"));
        assertEquals(2, done.get());
        assertEquals(
                200,
                post("/api/v1/again", "{\"amount\":1}", "Idempotency-Key", "a").statusCode(),
                "whose act may be repeated");
        assertEquals(3, done.get());
    }

    @Test
    void aSecretIsToldOnceAndKeptNowhere() throws Exception {
        memoryUsers();
        String add = "{\"user\":\"zoe\",\"roles\":[\"viewer\"]}";
        HttpResponse<String> told = post("/api/v1/users", add, "Idempotency-Key", "k", "Vesper-As", "owner");
        assertEquals(200, told.statusCode(), told::body);
        HttpResponse<String> second = post("/api/v1/users", add, "Idempotency-Key", "k", "Vesper-As", "owner");
        failed(409, ProblemType.DONE_UNTOLD, second);
        String password = ApiJson.readObject(told.body().getBytes(StandardCharsets.UTF_8))
                .path("password")
                .textValue();
        assertFalse(second.body().contains(password));
        assertFalse(store.toString().contains(password), store::toString);
        String signIn = "{\"name\":\"zoe\",\"password\":\"" + password + "\"}";
        post("/api/v1/entry/token", signIn, "Idempotency-Key", "s");
        String sum = new Sha256().add("POST /api/v1/entry/token\n").add(signIn).hex();
        assertFalse(store.toString().contains(sum), "a sum that could be searched for the password");
    }

    private void memoryUsers() {
        contract.memory.users(InstantSource.fixed(OperationsContract.NOON));
    }

    /** What holds a secret is found by its type; these are all, and one that is added is among them by itself. */
    @Test
    void theAnswersThatAreNotKeptAreThoseWithASecret() {
        List<String> secret = Resources.ALL.all().stream()
                .filter(Resource::tellsSecret)
                .map(Resource::word)
                .toList();
        assertTrue(
                secret.containsAll(List.of(
                        "POST /api/v1/users",
                        "POST /api/v1/users/{user}/password",
                        "POST /api/v1/me/tokens",
                        "POST /api/v1/entry/token")),
                secret::toString);
        for (Resource<?, ?> resource : Resources.ALL) {
            if (resource.verb() == Verb.GET) {
                assertFalse(resource.tellsSecret(), () -> resource + " tells a secret to whoever looks");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\"\"", "\"", "a b", "a,b", "\"a\"b\"", "a\\b", "a\"b"})
    void whatIsNoKeyIsRefused(String key) throws Exception {
        assertEquals(400, keyed(key, "{\"amount\":1}").statusCode());
        assertEquals(0, done.get());
    }

    @Test
    void aLongKeyOrTwoAreRefused() throws Exception {
        assertEquals(400, keyed("k".repeat(65), "{\"amount\":1}").statusCode());
        assertEquals(200, keyed("k".repeat(64), "{\"amount\":1}").statusCode());
        assertEquals(
                400,
                post("/api/v1/sums", "{\"amount\":1}", "Idempotency-Key", "a", "Idempotency-Key", "b")
                        .statusCode());
        assertEquals(1, done.get());
    }

    @Test
    void whatIsNotUnderstoodUsesNoKeyUp() throws Exception {
        assertEquals(400, keyed("k", "{\"amount\":\"x\"}").statusCode());
        assertEquals(400, keyed("k", "{").statusCode());
        assertEquals(200, keyed("k", "{\"amount\":1}").statusCode());
    }

    @Test
    void aWrongTokenUsesNoKeyUp() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.endpoint().port() + "/api/v1/sums"))
                .POST(HttpRequest.BodyPublishers.ofString("{\"amount\":1}"))
                .header("Idempotency-Key", "k")
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertEquals(
                    401,
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
        }
        assertEquals("{}", store.toString());
    }

    /** The act is done, the answer is lost on the way: the client asks again by itself and hears what was done. */
    @Test
    void theClientRepeatsWhatABrokenConnectionLost() throws Exception {
        int port = losingTheFirst(1);
        Endpoint through =
                new Endpoint(port, server.endpoint().token(), server.endpoint().address());
        try (HttpTransport http = new HttpTransport(through, new Person("anna"), "this test")) {
            assertEquals(new Count(1), http.send(add, new Amount(1)));
            assertEquals(new Count(2), http.send(add, new Amount(1)), "another command, another key");
        }
        assertEquals(2, done.get());
    }

    /** The act is still being done when the client asks again. */
    @Test
    void theClientWaitsForWhatIsStillBeingDone() throws Exception {
        wait = new CountDownLatch(1);
        int port = losingTheFirst(0);
        Endpoint through =
                new Endpoint(port, server.endpoint().token(), server.endpoint().address());
        try (HttpTransport http = new HttpTransport(through, new Owner(), "this test");
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Count> said = threads.submit(() -> http.send(add, new Amount(1)));
            threads.submit(() -> {
                Thread.sleep(400);
                wait.countDown();
                return true;
            });
            assertEquals(new Count(1), said.get());
        }
        assertEquals(1, done.get());
    }

    /**
     * Passes requests on and answers back, but for the first connection: of that the answer is dropped.
     *
     * @param answers how many answers of the first connection are waited for before it is closed
     */
    private int losingTheFirst(int answers) throws IOException {
        ServerSocket proxy = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        open.add(proxy);
        AtomicInteger connections = new AtomicInteger();
        Thread.ofVirtual().start(() -> {
            while (!proxy.isClosed()) {
                try {
                    Socket from = proxy.accept();
                    boolean loses = connections.incrementAndGet() == 1;
                    Thread.ofVirtual().start(() -> passOn(from, proxy.getLocalPort(), loses, answers));
                } catch (IOException closed) {
                    return;
                }
            }
        });
        return proxy.getLocalPort();
    }

    private void passOn(Socket from, int port, boolean loses, int answers) {
        try (from;
                Socket to = new Socket(
                        InetAddress.getLoopbackAddress(), server.endpoint().port())) {
            Thread.ofVirtual().start(() -> {
                try {
                    InputStream in = from.getInputStream();
                    byte[] some = new byte[65_536];
                    for (int n = in.read(some); n >= 0; n = in.read(some)) {
                        to.getOutputStream()
                                .write(new String(some, 0, n, StandardCharsets.ISO_8859_1)
                                        .replace(
                                                "127.0.0.1:" + port,
                                                "127.0.0.1:" + server.endpoint().port())
                                        .getBytes(StandardCharsets.ISO_8859_1));
                    }
                } catch (IOException closed) {
                    // the other side ends it
                }
            });
            if (loses) {
                if (answers > 0) {
                    assertNotEquals(-1, to.getInputStream().read());
                } else {
                    Thread.sleep(200);
                }
                return;
            }
            to.getInputStream().transferTo(from.getOutputStream());
        } catch (IOException | InterruptedException closed) {
            // one side ended it
        }
    }
}
