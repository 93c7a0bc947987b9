package dev.vesper.adapters.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What all resources share, as the OpenAPI description says it: pages, entity tags, failures. */
final class HttpManners {
    private static final Set<ProblemType> EVERYWHERE = EnumSet.of(
            ProblemType.INVALID_REQUEST,
            ProblemType.UNAUTHENTICATED,
            ProblemType.FORBIDDEN,
            ProblemType.REFUSED,
            ProblemType.MISDIRECTED,
            ProblemType.TOO_MANY,
            ProblemType.OUR_FAULT,
            ProblemType.UNAVAILABLE);

    private static final Set<ProblemType> OF_POST = EnumSet.of(
            ProblemType.TOO_LONG,
            ProblemType.STILL_RUNNING,
            ProblemType.UNFINISHED,
            ProblemType.DONE_UNTOLD,
            ProblemType.KEY_REUSED,
            ProblemType.TOO_MANY_KEYS);

    private HttpManners() {}

    /** Which parameters a resource takes beside what it asks. */
    static List<ObjectNode> parameters(Resource<?, ?> resource) {
        List<ObjectNode> parameters = new ArrayList<>();
        if (resource.paged() == Paged.BY_SERVER) {
            parameters.add(reference("parameters", "Skip"));
            parameters.add(reference("parameters", "Most"));
        }
        if (resource.verb() == Verb.GET) {
            parameters.add(reference("parameters", "IfNoneMatch"));
        }
        if (resource.verb() == Verb.POST) {
            parameters.add(reference("parameters", "IdempotencyKey"));
        }
        if (resource.changed().isPresent()) {
            parameters.add(reference("parameters", "IfMatch"));
        }
        return parameters;
    }

    /** Which headers its answer has. */
    static Optional<ObjectNode> headers(Resource<?, ?> resource) {
        if (resource.verb() != Verb.GET) {
            return Optional.empty();
        }
        ObjectNode headers = ApiJson.object();
        headers.set("ETag", reference("headers", "ETag"));
        if (resource.paged() != Paged.NOT) {
            headers.set("Link", reference("headers", "Link"));
        }
        return Optional.of(headers);
    }

    /** What may go wrong: by status, which component tells of it. */
    static Map<Integer, ObjectNode> failures(Resource<?, ?> resource) {
        Set<ProblemType> types = EnumSet.copyOf(EVERYWHERE);
        if (resource.verb() == Verb.POST) {
            types.addAll(OF_POST);
        }
        if (resource.changed().isPresent()) {
            types.add(ProblemType.STALE);
        }
        Map<Integer, ObjectNode> failures = new TreeMap<>();
        types.forEach(type -> failures.put(
                type.status(),
                reference("responses", name(type.status(), resource.verb() == Verb.POST && ofPost(type.status())))));
        return failures;
    }

    /** The same of what is looked at and is no resource. */
    static Map<Integer, ObjectNode> failures() {
        Map<Integer, ObjectNode> failures = new TreeMap<>();
        EVERYWHERE.forEach(type ->
                failures.put(type.status(), reference("responses", name(type.status(), /* post= */ false))));
        return failures;
    }

    private static boolean ofPost(int status) {
        return OF_POST.stream().anyMatch(type -> type.status() == status);
    }

    private static String name(int status, boolean post) {
        return "Problem" + status + (post ? "OfPost" : "");
    }

    /** One component for each status, and one more where a POST may come to further types of it. */
    private static void responses(ObjectNode components) {
        ObjectNode responses = components.putObject("responses");
        Set<ProblemType> all = EnumSet.copyOf(EVERYWHERE);
        all.add(ProblemType.STALE);
        all.forEach(type -> problem(responses, type, /* post= */ false));
        Set<ProblemType> post = EnumSet.copyOf(all);
        post.addAll(OF_POST);
        post.stream().filter(type -> ofPost(type.status())).forEach(type -> problem(responses, type, /* post= */ true));
    }

    private static void problem(ObjectNode responses, ProblemType type, boolean post) {
        ObjectNode response = responses.withObjectProperty(name(type.status(), post));
        String meaning = type.title() + ". " + type.meaning();
        response.put(
                "description",
                response.has("description") ? response.path("description").asText() + " Or: " + meaning : meaning);
        response.withObjectProperty("content")
                .putObject(ProblemType.JSON)
                .putObject("schema")
                .put("$ref", "#/components/schemas/ProblemDetails");
    }

    static void components(ObjectNode components) {
        ObjectNode parameters = components.putObject("parameters");
        number(parameters, "Skip", ListPage.SKIP, "How many lines come before the page.", 0, 0);
        number(
                parameters,
                "Most",
                ListPage.MOST,
                "How many lines the page has at most, up to " + ListPage.LARGEST + ".",
                1,
                ListPage.MOST_UNLESS_SAID);
        header(
                parameters,
                "IfNoneMatch",
                "If-None-Match",
                "Entity tags of answers that the caller has: 304 for one of them.");
        header(
                parameters,
                "IfMatch",
                "If-Match",
                "The entity tag of the one thing that is changed, as the caller knows it: 412 where it is another.");
        header(
                parameters,
                "IdempotencyKey",
                IdempotencyKey.HEADER,
                "A text in quotation marks, for each request another one: the same request with the same key is done once, and"
                        + " answered again what it was answered first.");
        responses(components);
        ObjectNode headers = components.putObject("headers");
        text(headers, "ETag", "The strong entity tag of the answer.");
        text(headers, "Link", "Leads to the next page (rel=\"next\", RFC 8288); the last page has no such link.");
    }

    private static void number(
            ObjectNode parameters, String key, String name, String description, int least, int otherwise) {
        parameters
                .putObject(key)
                .put("name", name)
                .put("in", "query")
                .put("description", description)
                .put("required", false)
                .putObject("schema")
                .put("type", "integer")
                .put("format", "int32")
                .put("minimum", least)
                .put("default", otherwise);
    }

    private static void header(ObjectNode parameters, String key, String name, String description) {
        parameters
                .putObject(key)
                .put("name", name)
                .put("in", "header")
                .put("description", description)
                .put("required", false)
                .putObject("schema")
                .put("type", "string");
    }

    private static void text(ObjectNode headers, String name, String description) {
        headers.putObject(name)
                .put("description", description)
                .putObject("schema")
                .put("type", "string");
    }

    private static ObjectNode reference(String kind, String name) {
        return ApiJson.object().put("$ref", "#/components/" + kind + "/" + name);
    }
}
