package dev.vesper.adapters.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.adapters.api.server.ApiServer;
import dev.vesper.basics.Secret;
import dev.vesper.desk.access.Role;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.operations.Reader;
import dev.vesper.desk.operations.ServeOperations;
import dev.vesper.desk.workbench.Draft;
import dev.vesper.testing.Memory;
import dev.vesper.testing.MemoryOperations;
import dev.vesper.testing.MemoryRequests;
import dev.vesper.testing.MemoryUsers;
import dev.vesper.testing.NoProbes;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever may write tables sends long bodies where tables are taken; nobody else does, and nowhere else. */
class LongBodyTest {
    private static final Instant NOON = Instant.parse("2018-04-11T12:00:00Z");
    private static final String GOOD = "four blue horses";
    private static final int MB = 1_000_000;

    private final Memory memory = new Memory();
    private final ServeOperations operations =
            MemoryOperations.over(memory, InstantSource.fixed(NOON), Optional.empty());
    private final ApiServer server = ApiServer.start(0, operations, MemoryRequests.kept(), new NoProbes());
    private final HttpClient client = HttpClient.newHttpClient();
    private Draft draft;
    private String analyst;
    private String viewer;

    @BeforeEach
    void begin() throws Exception {
        memory.rulesOfProject = true;
        MemoryUsers users = memory.users(InstantSource.fixed(NOON));
        users.settled("ada", GOOD, Role.ANALYST);
        users.settled("victor", GOOD, Role.VIEWER);
        analyst = token("ada");
        viewer = token("victor");
        HttpResponse<String> begun = post("/api/v1/rules/drafts", "{\"title\":\"Long\"}", analyst);
        assertEquals(200, begun.statusCode(), begun.body());
        draft = ApiJson.read(ApiJson.readObject(begun.body().getBytes(StandardCharsets.UTF_8)), Draft.class);
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    private String token(String name) {
        return OperationsContract.issued(operations.as(new Reader()).entry().signIn(name, new Secret(GOOD)))
                .reveal();
    }

    private HttpResponse<String> post(String path, String body, String token) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(
                                "http://127.0.0.1:" + server.endpoint().port() + path))
                        .header("Authorization", "Bearer " + token)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String write(int length) {
        return ApiJson.write(Map.of(
                "file",
                "lists/restricted.csv",
                "text",
                "x".repeat(length),
                "seen",
                draft.now().sha256()));
    }

    private String files() {
        return "/api/v1/rules/drafts/" + draft.id() + "/files";
    }

    @Test
    void anAnalystWritesAFileOfFourMebibytesAndNoByteMore() throws Exception {
        int most = 4 * 1024 * 1024;
        HttpResponse<String> more = post(files(), write(most + 1), analyst);
        assertEquals(400, more.statusCode());
        assertTrue(more.body().contains("Expected a file of at most 4194304 bytes"), more.body());
        assertEquals(200, post(files(), write(most), analyst).statusCode());
    }

    @Test
    void whatIsLongerStillIsToldTheBoundAndWhatToDo() throws Exception {
        for (int length : new int[] {9 * MB, 33 * MB}) {
            HttpResponse<String> said = post(files(), write(length), analyst);
            assertEquals(413, said.statusCode());
            assertTrue(said.body().contains("Expected at most 8388608 bytes"), said.body());
            assertTrue(said.body().contains("draft begin --folder"), said.body());
        }
    }

    @Test
    void whoMayNotWriteTablesIsToldSoAndTheAuditHasIt() throws Exception {
        HttpResponse<String> said = post(files(), write(MB), viewer);
        assertEquals(403, said.statusCode());
        assertTrue(said.body().contains("write drafts of the rules"), said.body());
        assertTrue(memory.audit.stream()
                .anyMatch(row ->
                        row.action() == AuditAction.ACT_DENIED && row.actor().equals("victor")));
        assertEquals(401, post(files(), write(MB), "nobody's").statusCode());
    }

    @Test
    void elsewhereSixtyFourKibibytesAreTheMostOfEverybody() throws Exception {
        HttpResponse<String> said = post("/api/v1/rules/drafts", write(MB), analyst);
        assertEquals(413, said.statusCode());
        assertTrue(said.body().contains("Expected at most 65536 bytes"), said.body());
    }

    /** Nobody proved says that much follows, sends a little more than everybody may, and waits. */
    @Test
    void whoIsNobodyIsAnsweredBeforeTheRestIsRead() throws Exception {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.endpoint().port())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + files() + " HTTP/1.1\r\nHost: 127.0.0.1:"
                            + server.endpoint().port() + "\r\nContent-Length: " + 2 * MB + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(new byte[1_200_000]); // all that is read on so that an answer is heard
            out.flush();
            InputStream in = socket.getInputStream();
            String line = new String(in.readNBytes(12), StandardCharsets.US_ASCII);
            assertEquals("HTTP/1.1 401", line);
        }
    }
}
