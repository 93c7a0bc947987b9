package dev.vesper.adapters.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vesper.adapters.api.client.HttpTransport;
import dev.vesper.adapters.api.server.ApiServer;
import dev.vesper.basics.Registry;
import dev.vesper.desk.operations.Caller;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.operations.Reader;
import dev.vesper.testing.MemoryRequests;
import dev.vesper.testing.NoProbes;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages with links, entity tags, and what is on its way out, of the resources and of some of this test's own. */
class MannersTest {
    /** How long the list is. */
    public record HowMany(int numbers) {}

    private static final Resource<HowMany, List<Integer>> NUMBERS = Resource.get(
            "/api/v1/numbers",
            "So many numbers.",
            HowMany.class,
            Answers.list(Integer.class),
            (_, q) -> IntStream.range(0, q.numbers()).boxed().toList());

    private static final Resource<HowMany, List<Integer>> OLD = Resource.get(
                    "/api/v1/old/numbers",
                    "So many numbers, as they were.",
                    HowMany.class,
                    Answers.list(Integer.class),
                    (_, q) -> IntStream.range(0, q.numbers()).boxed().toList())
            .deprecated(new Deprecation(
                    Instant.parse("2026-11-28T00:00:00Z"),
                    Optional.of(Instant.parse("2027-06-06T00:00:00Z")),
                    Optional.of("/api/v1/numbers")));

    /** The same contract as everywhere; only its store is used here. */
    private final OperationsContract contract = new OperationsContract() {
        @Override
        Operations as(Caller caller) {
            return serve(Optional.empty()).as(caller);
        }
    };

    private final ApiServer server;

    MannersTest() {
        contract.aRunThatAsks();
        List<Resource<?, ?>> all = new ArrayList<>(Resources.ALL.all());
        all.add(NUMBERS);
        all.add(OLD);
        server = ApiServer.start(
                0, Registry.of("resource", Resource::word, all), contract::as, MemoryRequests.kept(), new NoProbes());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> ask(String method, String path, String body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.endpoint().port() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Authorization", "Bearer " + server.endpoint().token().reveal());
        if (headers.length > 0) {
            request.headers(headers);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        return ask("GET", path, "", headers);
    }

    /** By the links alone, as a program does that knows nothing else. */
    private List<JsonNode> followed(String first) throws Exception {
        List<JsonNode> all = new ArrayList<>();
        Optional<String> next = Optional.of(first);
        for (int page = 0; next.isPresent(); page++) {
            assertTrue(page < 100, "no end");
            HttpResponse<String> said = get(next.get());
            assertEquals(200, said.statusCode(), said::body);
            new ObjectMapper().readTree(said.body()).forEach(all::add);
            next = said.headers().firstValue("Link").flatMap(PageLink::read);
        }
        return all;
    }

    @Test
    void linksLeadThroughAllPages() throws Exception {
        for (int i = 0; i < 5; i++) {
            contract.memory.open(LocalDate.of(2018, 4, 12), "/f", 7, false, OperationsContract.NOON);
        }
        assertEquals(6, followed("/api/v1/runs?most=2").size());
        assertEquals(2, followed("/api/v1/tasks?most=1").size());
        assertEquals(
                contract.memory.rows().size(), followed("/api/v1/audit?most=1").size());
        assertEquals(7, followed("/api/v1/numbers?numbers=7&most=3").size());
        assertEquals(1_001, followed("/api/v1/numbers?numbers=1001").size());
    }

    @Test
    void whatIsShortByNatureIsPagedByTheServer() throws Exception {
        HttpResponse<String> page = get("/api/v1/numbers?numbers=5&most=2&skip=1");
        assertEquals("[1,2]", page.body().strip());
        assertEquals(
                "</api/v1/numbers?numbers=5&most=2&skip=3>; rel=\"next\"",
                page.headers().firstValue("Link").orElseThrow());
        HttpResponse<String> last = get("/api/v1/numbers?numbers=5&most=2&skip=3");
        assertEquals("[3,4]", last.body().strip());
        assertEquals(Optional.empty(), last.headers().firstValue("Link"));
        assertEquals("[]", get("/api/v1/numbers?numbers=5&skip=99").body().strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "most=0",
                "most=-1",
                "most=10001",
                "most=x",
                "most=",
                "most=1e3",
                "most=99999999999",
                "skip=-1",
                "skip=",
                "skip=1.5",
                "skip=4294967297",
                "most=\u0661",
                "most=1&most=2"
            })
    void aPageThatIsNoneIsRefused(String query) throws Exception {
        assertEquals(
                400,
                get("/api/v1/numbers?numbers=5&"
                                + java.net.URLEncoder.encode(query, "UTF-8")
                                        .replace("%3D", "=")
                                        .replace("%26", "&"))
                        .statusCode());
    }

    @Test
    void theClientGathersThePagesOfTheServer() {
        try (HttpTransport http = new HttpTransport(server.endpoint(), new Reader(), "this test")) {
            assertEquals(IntStream.range(0, 2_345).boxed().toList(), http.send(NUMBERS, new HowMany(2_345)));
            assertEquals(List.of(), http.send(NUMBERS, new HowMany(0)));
        }
    }

    /** A list that asks for so many lines must say where the next ones begin. */
    @Test
    void everyListLeadsToItsNextPage() {
        for (Resource<?, ?> resource : Resources.ALL) {
            if (resource.paged() == Paged.BY_ITSELF) {
                assertTrue(
                        resource.knowsNext(), () -> resource + " lacks .pages(...): where does its next page begin?");
            }
        }
    }

    @Test
    void aTagSavesTheAnswer() throws Exception {
        HttpResponse<String> first = get("/api/v1/runs");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertTrue(tag.matches("\"[0-9a-f]{32}\""), tag);
        for (String known : List.of(tag, "W/" + tag, "\"x\", " + tag, "*")) {
            HttpResponse<String> same = get("/api/v1/runs", "If-None-Match", known);
            assertEquals(304, same.statusCode(), known);
            assertEquals("", same.body());
            assertEquals(tag, same.headers().firstValue("ETag").orElseThrow());
        }
        for (String other : List.of("\"x\"", tag.substring(1), "", "W/")) {
            assertEquals(200, get("/api/v1/runs", "If-None-Match", other).statusCode(), other);
        }
        assertEquals(304, ask("HEAD", "/api/v1/runs", "", "If-None-Match", tag).statusCode());
        contract.memory.open(LocalDate.of(2018, 4, 12), "/f", 7, false, OperationsContract.NOON);
        assertEquals(200, get("/api/v1/runs", "If-None-Match", tag).statusCode());
        assertEquals(404, get("/api/v1/nothing", "If-None-Match", "*").statusCode(), "no failure is saved");
    }

    @Test
    void anAnswerToATaskThatChangedMeanwhileIsNotTaken() throws Exception {
        String task = "/api/v1/tasks/" + contract.run + "/propose-trades";
        String tag = get(task).headers().firstValue("ETag").orElseThrow();
        String no = "{\"answer\":\"reject\"}";
        HttpResponse<String> stale =
                ask("POST", task + "/answer", no, "If-Match", "\"other\"", "Vesper-Person", "carol");
        assertEquals(412, stale.statusCode(), stale::body);
        assertEquals(tag, stale.headers().firstValue("ETag").orElseThrow());
        assertEquals(
                412,
                ask("POST", task + "/answer", no, "If-Match", "W/" + tag, "Vesper-Person", "carol")
                        .statusCode(),
                "a weak tag changes nothing");
        assertTrue(get(task).body().contains("\"decision\":null"), "not answered");
        assertEquals(
                200,
                ask("POST", task + "/answer", no, "If-Match", tag, "Vesper-Person", "carol")
                        .statusCode());
        assertEquals(
                400,
                ask("POST", "/api/v1/runs/" + contract.run + "/abandon", "", "If-Match", tag, "Vesper-Person", "c")
                        .statusCode(),
                "not silently left unread");
    }

    @Test
    void aQueryBesideABodyIsNotSilentlyLeftUnread() throws Exception {
        assertEquals(
                400,
                ask("POST", "/api/v1/runs/" + contract.run + "/abandon?run=x", "", "Vesper-Person", "carol")
                        .statusCode());
    }

    @Test
    void whatIsOnItsWayOutSaysSoWithEveryAnswer() throws Exception {
        for (String path : List.of("/api/v1/old/numbers?numbers=3&most=1", "/api/v1/old/numbers?nambers=3")) {
            HttpResponse<String> said = get(path);
            assertEquals("@1795824000", said.headers().firstValue("Deprecation").orElseThrow());
            assertEquals(
                    "Sun, 06 Jun 2027 00:00:00 GMT",
                    said.headers().firstValue("Sunset").orElseThrow());
            assertTrue(said.headers()
                    .firstValue("Link")
                    .orElseThrow()
                    .endsWith("</api/v1/numbers>; rel=\"successor-version\""));
        }
        assertEquals(3, followed("/api/v1/old/numbers?numbers=3&most=1").size(), "beside the link to the next page");
        assertEquals(
                Optional.empty(), get("/api/v1/numbers?numbers=3").headers().firstValue("Deprecation"));
        JsonNode described = new ObjectMapper()
                .readTree(get("/api/v1/openapi.json").body())
                .at("/paths/~1api~1v1~1old~1numbers/get");
        assertTrue(described.path("deprecated").asBoolean());
        assertTrue(described.path("description").asText().contains("2027-06-06"));
    }

    @Test
    void nothingEndsBeforeItIsOnItsWayOut() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Deprecation(
                        Instant.parse("2026-11-28T00:00:00Z"),
                        Optional.of(Instant.parse("2026-11-27T00:00:00Z")),
                        Optional.empty()));
    }
}
