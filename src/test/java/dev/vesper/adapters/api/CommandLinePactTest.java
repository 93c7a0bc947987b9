package dev.vesper.adapters.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import au.com.dius.pact.consumer.ConsumerPactBuilder;
import au.com.dius.pact.consumer.ConsumerPactRunnerKt;
import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.PactVerificationResult;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithoutPath;
import au.com.dius.pact.consumer.dsl.PactDslResponse;
import au.com.dius.pact.consumer.model.MockProviderConfig;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.RequestResponsePact;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vesper.adapters.api.client.HttpTransport;
import dev.vesper.adapters.api.client.OperationsClient;
import dev.vesper.approvals.Answer;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.basics.Secret;
import dev.vesper.desk.approval.Question;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.operations.RunStages;
import dev.vesper.desk.operations.WhoAmI;
import dev.vesper.desk.run.RunRecord;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * What the command line asks a running Vesper, and how it must be answered: written down as a pact, which is kept. A command
 * line that asks otherwise is accepted on purpose with {@code -Dvesper.pact.accept=true}, which writes the kept one anew.
 */
class CommandLinePactTest {
    private static final Path KEPT =
            Path.of("src/test/resources/pacts", PactStory.CONSUMER + "-" + PactStory.PROVIDER + ".json");
    private static final Path WRITTEN =
            Path.of("target/pacts", KEPT.getFileName().toString());
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String APPROVE = "/api/v1/tasks/" + PactStory.RUN + "/approve-trades/answer";

    private final PactStory asks = new PactStory(PactStory.ASKS);
    private final PactStory proposed = new PactStory(PactStory.PROPOSED);
    private final List<RunRecord> runs = asks.as("vera").runs().newest("", 2);
    private final RunStages shown = asks.as("vera").runs().show(PactStory.RUN);
    private final Question task = asks.as("vera").tasks().show(PactStory.RUN + "/propose-trades");
    private final WhoAmI alice = asks.as("alice").me().who();
    private final String twice = refusal(
            () -> proposed.as("alice").tasks().answer(PactStory.RUN + "/approve-trades", Answer.APPROVE, "", ""));
    private final String viewer = refusal(
            () -> proposed.as("vera").tasks().answer(PactStory.RUN + "/approve-trades", Answer.APPROVE, "", ""));
    private final String stale = refusal(() ->
            proposed.as("bob").tasks().answer(PactStory.RUN + "/approve-trades", Answer.APPROVE, "", "0123456789ab"));
    private final String unknown = refusal(() -> asks.as("vera").runs().show(new RunId("2018-04-11-009")));
    private final String wrong = refusal(() -> asks.as("vera").runs().newest("", 0));
    private final Question approved =
            proposed.as("bob").tasks().answer(PactStory.RUN + "/approve-trades", Answer.APPROVE, "within mandate", "");

    @Test
    void theCommandLineAsksAsItsPactSays() throws Exception {
        PactStory.tellNobody();
        PactVerificationResult result = ConsumerPactRunnerKt.runConsumerTest(
                pact(), MockProviderConfig.createDefault(PactSpecVersion.V3), (server, _) -> {
                    itAsks(server);
                    return true;
                });
        assertInstanceOf(PactVerificationResult.Ok.class, result, result::toString);
        if (Boolean.getBoolean("vesper.pact.accept")) {
            Files.copy(WRITTEN, KEPT, StandardCopyOption.REPLACE_EXISTING);
        }
        assertEquals(interactions(KEPT), interactions(WRITTEN), "what is kept is what is asked");
    }

    private static JsonNode interactions(Path file) throws Exception {
        return JSON.readTree(Files.readString(file)).path("interactions");
    }

    private void itAsks(MockServer server) throws Exception {
        Endpoint endpoint = new Endpoint(server.getPort(), new Secret("no folder"), URI.create(server.getUrl()));
        assertEquals(alice, as(endpoint, "alice", o -> o.me().who()));
        assertEquals(runs, as(endpoint, "vera", o -> o.runs().newest("", 2)));
        assertEquals(
                runs.subList(1, 2),
                as(endpoint, "vera", o -> o.runs().newest(runs.getFirst().id().value(), 1)));
        assertEquals(shown, as(endpoint, "vera", o -> o.runs().show(PactStory.RUN)));
        assertEquals(task, as(endpoint, "vera", o -> o.tasks().show(task.id())));
        assertEquals(approved, as(endpoint, "bob", o -> answer(o, "within mandate", "")));
        refused(Problem.Kind.REFUSED, twice, () -> as(endpoint, "alice", o -> answer(o, "", "")));
        refused(Problem.Kind.REFUSED, viewer, () -> as(endpoint, "vera", o -> answer(o, "", "")));
        refused(Problem.Kind.REFUSED, stale, () -> as(endpoint, "bob", o -> answer(o, "", "0123456789ab")));
        refused(
                Problem.Kind.INPUT,
                unknown,
                () -> as(endpoint, "vera", o -> o.runs().show(new RunId("2018-04-11-009"))));
        refused(
                Problem.Kind.INPUT,
                wrong,
                () -> as(endpoint, "vera", o -> o.runs().newest("", 0)));
        Problem nobody = assertThrows(Problem.class, () -> as(endpoint, "mallory", o -> o.me().who()));
        assertEquals(Problem.Kind.REFUSED, nobody.kind());
    }

    private static Question answer(Operations operations, String reason, String shown) {
        return operations.tasks().answer(PactStory.RUN + "/approve-trades", Answer.APPROVE, reason, shown);
    }

    private static <T> T as(Endpoint endpoint, String name, Function<Operations, T> question) {
        var token = new Callers.Credentials.Personal(new Secret(PactStory.placeholder(name)));
        try (HttpTransport http = new HttpTransport(endpoint, token, "the pact's provider")) {
            return question.apply(OperationsClient.over(http));
        }
    }

    private static String refusal(Executable asked) {
        return String.valueOf(assertThrows(Problem.class, asked).getMessage());
    }

    private static void refused(Problem.Kind kind, String why, Executable asked) {
        Problem problem = assertThrows(Problem.class, asked);
        assertEquals(kind, problem.kind());
        assertEquals(why, problem.getMessage());
    }

    private RequestResponsePact pact() {
        PactDslResponse said = get(first("who somebody is"), "alice", "/api/v1/me", "")
                .willRespondWith()
                .status(200)
                .body(written(alice));
        said = get(then(said, "the newest runs"), "vera", "/api/v1/runs", "after=&most=2")
                .willRespondWith()
                .status(200)
                .body(written(runs));
        said = get(
                        then(said, "the next page of the runs"),
                        "vera",
                        "/api/v1/runs",
                        "after=" + runs.getFirst().id() + "&most=1")
                .willRespondWith()
                .status(200)
                .body(written(runs.subList(1, 2)));
        said = get(then(said, "one run"), "vera", "/api/v1/runs/" + PactStory.RUN, "")
                .willRespondWith()
                .status(200)
                .body(written(shown));
        said = get(then(said, "one task"), "vera", "/api/v1/tasks/" + task.id(), "")
                .willRespondWith()
                .status(200)
                .body(written(task));
        said = answering(said, "an approval", "bob", "within mandate", "")
                .willRespondWith()
                .status(200)
                .body(written(approved));
        said = problem(answering(said, "an approval by the maker", "alice", "", ""), ProblemType.REFUSED, twice);
        said = problem(answering(said, "an approval by a viewer", "vera", "", ""), ProblemType.FORBIDDEN, viewer);
        said = problem(
                answering(said, "an approval of what has changed since", "bob", "", "0123456789ab"),
                ProblemType.REFUSED,
                stale);
        said = problem(
                get(then(said, "a run that is none"), "vera", "/api/v1/runs/2018-04-11-009", ""),
                ProblemType.UNKNOWN_THING,
                unknown);
        said = problem(
                get(then(said, "no lines at all"), "vera", "/api/v1/runs", "after=&most=0"),
                ProblemType.INVALID_REQUEST,
                wrong);
        return problem(
                        get(then(said, "who a stranger is"), "mallory", "/api/v1/me", ""),
                        ProblemType.UNAUTHENTICATED,
                        "Expected a token that is taken, but this one is wrong, expired or was ended")
                .toPact();
    }

    private static PactDslRequestWithoutPath first(String what) {
        return ConsumerPactBuilder.consumer(PactStory.CONSUMER)
                .hasPactWith(PactStory.PROVIDER)
                .given(PactStory.ASKS)
                .uponReceiving(what);
    }

    private static PactDslRequestWithoutPath then(PactDslResponse before, String what) {
        return before.given(PactStory.ASKS).uponReceiving(what);
    }

    private static PactDslRequestWithPath get(
            PactDslRequestWithoutPath request, String name, String path, String query) {
        PactDslRequestWithPath asked = request.path(path)
                .method("GET")
                .headers(Map.of("Authorization", "Bearer " + PactStory.placeholder(name)));
        return query.isEmpty() ? asked : asked.query(query);
    }

    /** It is done once, however often it arrives: each has a key of its own. */
    private static PactDslRequestWithPath answering(
            PactDslResponse before, String what, String name, String reason, String shown) {
        return before.given(PactStory.PROPOSED)
                .uponReceiving(what)
                .path(APPROVE)
                .method("POST")
                .headers(Map.of("Authorization", "Bearer " + PactStory.placeholder(name)))
                .matchHeader(
                        "Idempotency-Key",
                        "\"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\"",
                        "\"8e03978e-40d5-43dd-bc93-6894a57f9324\"")
                .body(
                        ApiJson.write(
                                Map.of("answer", "approve", "reason", reason, "shown", shown, "without", List.of())),
                        "application/json");
    }

    private static PactDslResponse problem(PactDslRequestWithPath request, ProblemType type, String detail) {
        return request.willRespondWith()
                .status(type.status())
                .body(
                        ApiJson.write(Map.of("type", type.uri(), "status", type.status(), "detail", detail)),
                        ProblemType.JSON);
    }

    private static String written(Object answer) {
        return ApiJson.write(answer);
    }
}
