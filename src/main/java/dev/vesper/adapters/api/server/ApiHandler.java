package dev.vesper.adapters.api.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vesper.adapters.api.ApiJson;
import dev.vesper.adapters.api.Callers;
import dev.vesper.adapters.api.OpenApi;
import dev.vesper.adapters.api.ProblemType;
import dev.vesper.adapters.api.Resource;
import dev.vesper.adapters.api.Verb;
import dev.vesper.adapters.text.PercentText;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Registry;
import dev.vesper.basics.Secret;
import dev.vesper.desk.health.Health;
import dev.vesper.desk.operations.Caller;
import dev.vesper.desk.operations.OperationsFor;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds what a request asks for, and answers it. */
final class ApiHandler extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(ApiHandler.class);

    private final List<Resource<?, ?>> resources;
    private final Map<String, Supplier<Reply>> open;
    private final OperationsFor operations;
    private final Secret token;

    ApiHandler(Registry<Resource<?, ?>> resources, OperationsFor operations, Probes probes, Secret token) {
        // a path without variables is meant before one with them
        this.resources = resources.all().stream()
                .sorted(Comparator.comparingInt(r -> r.path().variables().size()))
                .toList();
        this.operations = operations;
        this.token = token;
        String described = OpenApi.of(resources).toPrettyString() + "\n";
        Map<String, Supplier<Reply>> all = new HashMap<>();
        all.put("/health", () -> health(probes.health()));
        all.put("/health/live", () -> Reply.json(200, Map.of("status", "up"))); // it answers, so it lives
        all.put("/health/ready", () -> ready(probes.health()));
        all.put("/metrics", () -> Reply.text("text/plain; version=0.0.4; charset=utf-8", probes.metrics()));
        all.put("/api/v1/openapi.json", () -> Reply.text("application/json; charset=utf-8", described));
        for (ProblemType type : ProblemType.values()) {
            all.put(
                    type.uri(),
                    () -> Reply.text(
                            "text/plain; charset=utf-8",
                            type.title() + " (" + type.status() + ")\n\n" + type.meaning() + "\n"));
        }
        this.open = Map.copyOf(all);
    }

    /** What is open to every local user. */
    Set<String> probes() {
        return open.keySet();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        Reply reply;
        try {
            reply = reply(request);
        } catch (Problem problem) {
            reply = Reply.problem(type(problem), String.valueOf(problem.getMessage()));
        } catch (RuntimeException ours) {
            String instance = Reply.instance();
            LOG.error("{} {} failed, {}", request.getMethod(), request.getHttpURI(), instance, ours);
            reply = Reply.problem(
                    ProblemType.OUR_FAULT, "This is our fault; the log says why, beside " + instance, instance);
        }
        reply.send(request, response, callback);
        return true;
    }

    private static ProblemType type(Problem problem) {
        return switch (problem.kind()) {
            case INPUT -> ProblemType.INVALID_REQUEST;
            case REFUSED -> problem.forbidden() ? ProblemType.FORBIDDEN : ProblemType.REFUSED;
            case UNAVAILABLE -> ProblemType.UNAVAILABLE;
        };
    }

    private Reply reply(Request request) throws IOException {
        String path = request.getHttpURI().getPath();
        String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
        Supplier<Reply> probe = open.get(path);
        if (probe != null) {
            return method.equals("GET") ? probe.get() : notAllowed(Set.of("GET"));
        }
        Set<String> allowed = new TreeSet<>();
        for (Resource<?, ?> resource : resources) {
            var variables = resource.path().match(path);
            if (variables.isPresent()) {
                if (resource.verb().name().equals(method)) {
                    return switch (caller(request)) {
                        case Callers.Found.By(Caller caller) -> answer(resource, variables.get(), request, caller);
                        case Callers.Found.TurnedAway(int status, String message) ->
                            Reply.problem(status, message).with("WWW-Authenticate", "Bearer");
                    };
                }
                allowed.add(resource.verb().name());
            }
        }
        return allowed.isEmpty()
                ? Reply.problem(
                        ProblemType.NOT_FOUND,
                        "Expected a known path, but \"" + path + "\" is none; /api/v1/openapi.json lists them")
                : notAllowed(allowed);
    }

    private <Q extends Record, A> Reply answer(
            Resource<Q, A> resource, Map<String, String> variables, Request request, Caller caller) throws IOException {
        ObjectNode parts;
        if (resource.verb() == Verb.POST) {
            byte[] body = Content.Source.asInputStream(request).readAllBytes();
            parts = body.length == 0 ? ApiJson.object() : ApiJson.readObject(body);
        } else {
            parts = ApiJson.object();
            PercentText.query(request.getHttpURI().getQuery()).forEach(parts::put);
        }
        variables.forEach((name, value) -> {
            if (parts.has(name)) {
                throw Problem.usage("Expected " + name + " in the path alone, but it stands beside it as well");
            }
            parts.put(name, value);
        });
        Q asks = ApiJson.read(parts, resource.asks());
        return Reply.json(200, resource.does().apply(operations.as(caller), asks));
    }

    private static Reply health(Health health) {
        return Reply.json(
                health.status().equals("up") ? 200 : 503,
                Map.of("status", health.status(), "ready", health.ready(), "parts", health.parts()));
    }

    private static Reply ready(Health health) {
        return Reply.json(health.ready() ? 200 : 503, Map.of("status", health.ready() ? "up" : "down"));
    }

    private static Reply notAllowed(Set<String> allowed) {
        String verbs = String.join(", ", new TreeSet<>(allowed));
        return Reply.problem(ProblemType.METHOD_NOT_ALLOWED, "Expected " + verbs)
                .with("Allow", verbs);
    }

    private Callers.Found caller(Request request) {
        var headers = request.getHeaders();
        return Callers.find(
                headers.get("Authorization"),
                headers.getValuesList(Callers.HEADER),
                headers.getValuesList(Callers.AS),
                token,
                Request.getRemoteAddr(request),
                operations);
    }
}
