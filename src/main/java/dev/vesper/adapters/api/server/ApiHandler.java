package dev.vesper.adapters.api.server;

import dev.vesper.adapters.api.BodyBound;
import dev.vesper.adapters.api.Callers;
import dev.vesper.adapters.api.OpenApi;
import dev.vesper.adapters.api.ProblemType;
import dev.vesper.adapters.api.Resource;
import dev.vesper.adapters.api.Verb;
import dev.vesper.adapters.text.PathTemplate;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Registry;
import dev.vesper.basics.Secret;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.audit.Origin;
import dev.vesper.desk.health.Health;
import dev.vesper.desk.idempotency.IdempotentRequests;
import dev.vesper.desk.operations.Caller;
import dev.vesper.desk.operations.OperationsFor;
import dev.vesper.desk.operations.SignedIn;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Finds what a request asks for, and answers it. */
final class ApiHandler extends Handler.Abstract {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");

    private final List<Resource<?, ?>> resources;
    private final Map<String, Supplier<Reply>> open;
    private final OperationsFor operations;
    private final Secret token;
    private final Keyed keyed;
    private final Probes probes;
    private final ChangeStream streams;

    ApiHandler(
            Registry<Resource<?, ?>> resources,
            OperationsFor operations,
            IdempotentRequests requests,
            Probes probes,
            Secret token) {
        // a path without variables is meant before one with them
        this.resources = resources.all().stream()
                .sorted(Comparator.comparingInt(r -> r.path().variables().size()))
                .toList();
        this.operations = operations;
        this.token = token;
        this.probes = probes;
        this.keyed = new Keyed(requests, token);
        this.streams = new ChangeStream(operations, this::caller, probes);
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

    /** Whether what is asked for takes longer bodies than usual, from who may. */
    boolean takesTables(Request request) {
        if (!request.getMethod().equals("POST")) {
            return false;
        }
        String path = request.getHttpURI().getPath();
        try {
            return resources.stream()
                    .filter(resource -> resource.tables().isPresent())
                    .anyMatch(resource -> resource.path().match(path).isPresent());
        } catch (Problem malformed) {
            return false;
        }
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        if (request.getHttpURI().getPath().equals(ChangeStream.PATH)) {
            return streams.handle(request, response, callback);
        }
        long began = System.nanoTime();
        Reply reply = tagged(request, Failures.told(request, () -> reply(request)));
        probes.answered(new Answered(
                method(request),
                route(request.getHttpURI().getPath()),
                reply.status(),
                Duration.ofNanos(System.nanoTime() - began)));
        reply.send(request, response, callback);
        return true;
    }

    private static String method(Request request) {
        return METHODS.contains(request.getMethod()) ? request.getMethod() : Answered.OTHER;
    }

    /** One of few, whatever was asked. */
    private String route(String path) {
        if (open.containsKey(path)) {
            return path;
        }
        try {
            return resources.stream()
                    .map(Resource::path)
                    .filter(template -> template.match(path).isPresent())
                    .map(ApiHandler::written)
                    .findFirst()
                    .orElse(Answered.OTHER);
        } catch (Problem malformed) {
            return Answered.OTHER;
        }
    }

    private static String written(PathTemplate template) {
        return template.text().replaceAll("\\{([a-zA-Z]+)}", ":$1");
    }

    /** What is looked at has an entity tag; who has the same already is told so. */
    private static Reply tagged(Request request, Reply reply) {
        boolean looks = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (!looks || reply.status() != HttpStatus.OK_200) {
            return reply;
        }
        String tag = EntityTag.of(reply.body());
        Reply tagged = reply.with("ETag", tag);
        return EntityTag.listed(request.getHeaders().getValuesList("If-None-Match"), tag, /* weakly= */ true)
                ? tagged.notModified()
                : tagged;
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
                    return told(resource, Failures.told(request, () -> asked(resource, variables.get(), request)));
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

    private Reply asked(Resource<?, ?> resource, Map<String, String> variables, Request request) throws IOException {
        String address = Request.getRemoteAddr(request);
        return switch (Origin.rest(address, "").during(() -> caller(request))) {
            case Callers.Found.By(Caller caller) -> {
                if (LongRequest.is(request)) {
                    Permission permission = resource.tables().orElseThrow();
                    Origin.rest(address, "").during(() -> {
                        operations.require(caller, permission, "send more than " + BodyBound.USUAL + " bytes");
                        return caller;
                    });
                }
                var answer = new ResourceAnswer<>(resource, variables, operations.as(caller));
                yield origin(caller, address, request)
                        .during(() -> resource.verb() == Verb.GET
                                ? answer.look(request)
                                : answer.change(request, caller, keyed));
            }
            case Callers.Found.TurnedAway(int status, String message) ->
                Reply.problem(status, message).with("WWW-Authenticate", "Bearer");
        };
    }

    /** Whoever holds the state folder's own token reads that folder; everybody else asks with a token of their own. */
    private static Origin origin(Caller caller, String address, Request request) {
        return caller instanceof SignedIn
                ? Origin.rest(address, Callers.tokenId(request.getHeaders().get("Authorization")))
                : Origin.COMMAND;
    }

    /** Where a resource is on its way out, every answer of it says so. */
    private static Reply told(Resource<?, ?> resource, Reply reply) {
        Reply told = reply;
        if (resource.deprecation().isPresent()) {
            for (var header : resource.deprecation().get().headers().entrySet()) {
                told = told.with(header.getKey(), header.getValue());
            }
            told = resource.deprecation().get().link().map(told::link).orElse(told);
        }
        return told;
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
