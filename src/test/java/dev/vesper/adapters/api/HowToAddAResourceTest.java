package dev.vesper.adapters.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vesper.adapters.api.client.HttpTransport;
import dev.vesper.adapters.api.server.ApiServer;
import dev.vesper.basics.Registry;
import dev.vesper.desk.operations.Caller;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.operations.Reader;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.testing.HowToPage;
import dev.vesper.testing.InMemory;
import dev.vesper.testing.MemoryRequests;
import dev.vesper.testing.NoProbes;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The resource of the how-to page, compiled as it stands there, served beside the others and asked as shown. */
class HowToAddAResourceTest extends OperationsContract {
    private static final HowToPage PAGE = HowToPage.of("how-to-add-an-http-resource.md");
    private static final String NAME = "dev.vesper.adapters.api.OldestResource";

    @Override
    Operations as(Caller caller) {
        return serve(Optional.empty()).as(caller);
    }

    @Test
    void theResourceOfThePageIsServedAndDescribed() throws Exception {
        var oldest = (Resource<?, ?>) InMemory.compile(NAME, PAGE.block("java"), Resource.class)
                .getField("OLDEST")
                .get(null);
        List<Resource<?, ?>> all = new ArrayList<>(Resources.ALL.all());
        all.add(oldest);
        Registry<Resource<?, ?>> resources = Registry.of("resource", Resource::word, all);
        memory.open(LocalDate.of(2018, 4, 12), "/firm", 7, false, NOON.plusSeconds(86_400));
        memory.open(LocalDate.of(2018, 4, 13), "/firm", 7, false, NOON.plusSeconds(2 * 86_400));
        RunRecord expected = memory.recent(2).getLast();
        try (ApiServer server = ApiServer.start(0, resources, this::as, MemoryRequests.kept(), new NoProbes())) {
            String[] request = PAGE.block("http").strip().split(" ");
            HttpResponse<byte[]> said = ask(server, request[0], request[1]);
            assertEquals(200, said.statusCode(), () -> new String(said.body(), StandardCharsets.UTF_8));
            assertEquals(expected, ApiJson.readAnswer(said.body(), oldest.answers()));
            assertEquals(400, ask(server, "GET", "/api/v1/runs/oldest?most=x").statusCode());
            ObjectNode described = ApiJson.readObject(
                    ask(server, "GET", "/api/v1/openapi.json").body());
            assertEquals(
                    50,
                    described
                            .at("/paths/~1api~1v1~1runs~1oldest/get/parameters/0/schema/default")
                            .asInt());
            try (HttpTransport http = new HttpTransport(server.endpoint(), new Reader(), "this test")) {
                assertEquals(memory.recent(5), http.send(RunResources.NEWEST, new RunResources.Newest("", 5)));
            }
        }
    }

    private static HttpResponse<byte[]> ask(ApiServer server, String method, String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(
                                    "http://127.0.0.1:" + server.endpoint().port() + path))
                            .method(method, HttpRequest.BodyPublishers.noBody())
                            .header(
                                    "Authorization",
                                    "Bearer " + server.endpoint().token().reveal())
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }
    }
}
