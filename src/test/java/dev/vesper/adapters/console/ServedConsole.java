package dev.vesper.adapters.console;

import dev.vesper.adapters.api.ApiJson;
import dev.vesper.adapters.api.server.ApiServer;
import dev.vesper.adapters.api.server.Mount;
import dev.vesper.adapters.console.access.Door;
import dev.vesper.adapters.console.access.LoginLink;
import dev.vesper.adapters.console.access.Provider;
import dev.vesper.adapters.console.server.ConsoleServlet;
import dev.vesper.basics.Registry;
import dev.vesper.basics.SimulatedClock;
import dev.vesper.desk.changes.ChangeFeed;
import dev.vesper.desk.changes.Changed;
import dev.vesper.desk.changes.Followers;
import dev.vesper.desk.operations.Caller;
import dev.vesper.desk.operations.Followed;
import dev.vesper.desk.operations.OperationsFor;
import dev.vesper.desk.operations.ServeOperations;
import dev.vesper.testing.Memory;
import dev.vesper.testing.MemoryOperations;
import dev.vesper.testing.MemoryRequests;
import dev.vesper.testing.NoProbes;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The console on a real server over stores in memory, and a browser that keeps what it is told to keep. */
public final class ServedConsole implements AutoCloseable {
    public static final Instant NOON = Instant.parse("2018-04-11T12:00:00Z");

    public final Memory memory = new Memory();
    public Instant now = NOON;
    public final ServeOperations operations;
    public final ApiServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private String cookie = "";
    private final Queue<Changed> changes = new ConcurrentLinkedQueue<>();
    private final ChangeFeed feed = new ChangeFeed("test", () -> {
        Set<Changed> told = new LinkedHashSet<>();
        for (Changed one = changes.poll(); one != null; one = changes.poll()) {
            told.add(one);
        }
        return told;
    });

    public ServedConsole() {
        this(Pages.ALL, ServedConsole.class.getClassLoader());
    }

    public ServedConsole(Registry<Page> pages, ClassLoader templates) {
        this(0, pages, templates, Optional.empty(), false, false, false);
    }

    /** Where {@code memory.users} sign in, as under {@code up}. */
    public static ServedConsole ofUsers() {
        return new ServedConsole(
                0, Pages.ALL, ServedConsole.class.getClassLoader(), Optional.empty(), true, false, false);
    }

    /** The same, told what changes by {@link #changed}; at most three streams, two of one user. */
    public static ServedConsole followed(boolean users) {
        return new ServedConsole(
                0, Pages.ALL, ServedConsole.class.getClassLoader(), Optional.empty(), users, false, true);
    }

    /** The same in a house that practises, whose clock shows noon. */
    public static ServedConsole ofPractice() {
        return new ServedConsole(
                0, Pages.ALL, ServedConsole.class.getClassLoader(), Optional.empty(), true, true, false);
    }

    /** Where they may sign in by an identity provider too. */
    public static ServedConsole of(int port, Provider provider) {
        return new ServedConsole(
                port, Pages.ALL, ServedConsole.class.getClassLoader(), Optional.of(provider), true, false, false);
    }

    private ServedConsole(
            int port,
            Registry<Page> pages,
            ClassLoader templates,
            Optional<Provider> provider,
            boolean users,
            boolean practice,
            boolean told) {
        InstantSource clock = practice ? new SimulatedClock(NOON, () -> now, () -> 0) : () -> now;
        memory.rulesOfProject = true;
        operations = MemoryOperations.over(memory, clock, Optional.empty());
        InstantSource machine = () -> now; // by which people are signed in, whatever is practised
        Optional<Door> door =
                users ? Optional.of(new Door(memory.users(machine).access, provider, machine)) : Optional.empty();
        Optional<Followers> followers = told
                ? Optional.of(new Followers(
                        feed,
                        new Followers.Limits(2, 3, Duration.ofSeconds(50), Duration.ofMillis(100)),
                        System::nanoTime))
                : Optional.empty();
        server = ApiServer.start(
                port,
                followers.<OperationsFor>map(f -> new Followed(operations, f)).orElse(operations),
                MemoryRequests.kept(),
                new NoProbes(),
                new Mount(
                        "/console",
                        token -> new ConsoleServlet(
                                pages,
                                Forms.ALL,
                                operations::as,
                                door,
                                token,
                                clock,
                                templates,
                                ApiJson::write,
                                followers),
                        door.map(_ -> Door.IDLE),
                        Forms::takesFile));
    }

    /** Tells everybody who follows that something changed. */
    public void changed(Changed what) {
        changes.add(what);
        feed.look();
    }

    /** Lets everybody go who follows, as a house that closes does. */
    public void closeFeed() {
        feed.close();
    }

    public int port() {
        return server.endpoint().port();
    }

    /** A fresh link, as the command prints it. */
    public String link(Caller caller) {
        return LoginLink.make(server.endpoint().address(), server.endpoint().token(), caller, () -> now);
    }

    /** Opens a link and keeps the cookie. */
    public HttpResponse<String> enter(Caller caller) throws Exception {
        HttpResponse<String> said = ask("GET", link(caller).substring(("http://127.0.0.1:" + port()).length()));
        said.headers().firstValue("Set-Cookie").ifPresent(set -> cookie = set.substring(0, set.indexOf(';')));
        return said;
    }

    public void forgetCookies() {
        cookie = "";
    }

    public String cookie() {
        return cookie;
    }

    public void cookie(String other) {
        cookie = other;
    }

    public HttpResponse<String> get(String path) throws Exception {
        return ask("GET", path);
    }

    public HttpResponse<String> ask(String method, String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .timeout(Duration.ofSeconds(10))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (!cookie.isEmpty()) {
            request.header("Cookie", "theme=dark; " + cookie);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        feed.close();
        client.close();
        server.close();
    }
}
