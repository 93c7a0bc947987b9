package dev.vesper.adapters.api.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vesper.adapters.api.ApiJson;
import dev.vesper.adapters.api.BodyBound;
import dev.vesper.adapters.api.ListPage;
import dev.vesper.adapters.api.PageLink;
import dev.vesper.adapters.api.Paged;
import dev.vesper.adapters.api.ProblemType;
import dev.vesper.adapters.api.Resource;
import dev.vesper.adapters.text.PercentText;
import dev.vesper.basics.Problem;
import dev.vesper.desk.operations.Caller;
import dev.vesper.desk.operations.Operations;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** Asks the operations of one caller for a resource, as a request says it. */
final class ResourceAnswer<Q extends Record, A> {
    private static final String IF_MATCH = "If-Match";

    private final Resource<Q, A> resource;
    private final Map<String, String> variables;
    private final Operations operations;

    /**
     * For one request.
     *
     * @param variables what stands in its path
     */
    ResourceAnswer(Resource<Q, A> resource, Map<String, String> variables, Operations operations) {
        this.resource = resource;
        this.variables = variables;
        this.operations = operations;
    }

    /** Looks: an answer, of a list one page with a link to the next. */
    Reply look(Request request) {
        Map<String, String> query = PercentText.query(request.getHttpURI().getQuery());
        ObjectNode parts = ApiJson.object();
        query.forEach(parts::put);
        if (resource.paged() == Paged.BY_SERVER) {
            ListPage page = ListPage.take(parts);
            List<?> all = (List<?>) resource.does().apply(operations, asks(parts));
            return linked(Reply.json(200, page.of(all)), query, page.next(all));
        }
        Q asked = asks(parts);
        A answer = resource.does().apply(operations, asked);
        return linked(Reply.json(200, answer), query, resource.next(asked, answer));
    }

    private Reply linked(Reply reply, Map<String, String> query, Optional<Map<String, String>> next) {
        if (next.isEmpty()) {
            return reply;
        }
        Map<String, String> there = new LinkedHashMap<>(query);
        there.putAll(next.get());
        StringJoiner said = new StringJoiner("&", "?", "");
        there.forEach((name, value) -> said.add(PercentText.encoded(name) + "=" + PercentText.encoded(value)));
        return reply.link(PageLink.next(resource.path().fill(name -> String.valueOf(variables.get(name))) + said));
    }

    /** Changes something, once for each key; of what has an entity tag, where it is the one that the caller knows. */
    Reply change(Request request, Caller caller, Keyed keyed) throws IOException {
        if (request.getHttpURI().getQuery() != null) {
            throw Problem.usage("Expected what is asked in the body, but a query stands in the path");
        }
        byte[] body = Content.Source.asInputStream(request).readNBytes(BodyBound.TABLES + 1);
        if (body.length > BodyBound.TABLES) {
            return Reply.problem(ProblemType.TOO_LONG, BodyBound.sentence(BodyBound.TABLES));
        }
        Q asked = asks(body.length == 0 ? ApiJson.object() : ApiJson.readObject(body));
        return keyed.once(resource, request, caller, body, () -> changed(request, asked));
    }

    private Reply changed(Request request, Q asked) {
        List<String> known = request.getHeaders().getValuesList(IF_MATCH);
        if (!known.isEmpty()) {
            String tag = EntityTag.of(thing());
            if (!EntityTag.listed(known, tag, /* weakly= */ false)) {
                return Reply.problem(
                                ProblemType.STALE,
                                "Expected the entity tag " + tag + ", but " + IF_MATCH + " names "
                                        + String.join(", ", known) + "; it changed since you looked")
                        .with("ETag", tag);
            }
        }
        return Reply.json(200, resource.does().apply(operations, asked));
    }

    /** The one thing that it changes, as it is shown now. */
    private String thing() {
        Resource<?, ?> thing = resource.changed()
                .orElseThrow(() -> Problem.usage("Expected no " + IF_MATCH
                        + ", because nothing with an entity tag of its" + " own is changed by " + resource.word()));
        return new ResourceAnswer<>(thing, variables, operations).shown();
    }

    private String shown() {
        ObjectNode parts = ApiJson.object();
        variables.forEach(parts::put);
        return ApiJson.write(resource.does().apply(operations, ApiJson.read(parts, resource.asks())));
    }

    private Q asks(ObjectNode parts) {
        variables.forEach((name, value) -> {
            if (parts.has(name)) {
                throw Problem.usage("Expected " + name + " in the path alone, but it stands beside it as well");
            }
            parts.put(name, value);
        });
        return ApiJson.read(parts, resource.asks());
    }
}
