package dev.vesper.adapters.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vesper.adapters.text.PathTemplate;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.operations.Operations;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One method of a topic of {@link Operations}, as HTTP says it. Server, client and OpenAPI read this and nothing else.
 *
 * @param path its variables are components of {@code asks}; the other components stand in the query or the body
 * @param sentence what it does, for people who read the OpenAPI page
 * @param asks the record of what is asked
 * @param does asks the operations
 * @param manners how it behaves beside
 */
public record Resource<Q extends Record, A>(
        Verb verb,
        PathTemplate path,
        String sentence,
        Class<Q> asks,
        Answers<A> answers,
        BiFunction<Operations, Q, A> does,
        Manners manners) {
    private static final String MOST = "most";
    private static final String FROM = "from";

    public static <Q extends Record, A> Resource<Q, A> get(
            String path, String sentence, Class<Q> asks, Answers<A> answers, BiFunction<Operations, Q, A> does) {
        return new Resource<>(Verb.GET, new PathTemplate(path), sentence, asks, answers, does, Manners.PLAIN);
    }

    public static <Q extends Record, A> Resource<Q, A> post(
            String path, String sentence, Class<Q> asks, Answers<A> answers, BiFunction<Operations, Q, A> does) {
        return new Resource<>(Verb.POST, new PathTemplate(path), sentence, asks, answers, does, Manners.PLAIN);
    }

    private Resource<Q, A> with(Manners other) {
        return new Resource<>(verb, path, sentence, asks, answers, does, other);
    }

    /** The same, on its way out. */
    public Resource<Q, A> deprecated(Deprecation deprecation) {
        return with(new Manners(
                Optional.of(deprecation), manners.cursor(), manners.changes(), manners.repeatable(), manners.tables()));
    }

    /**
     * The same, whose pages begin after the last line of the page before; a list that counts lines by {@code from} needs none.
     *
     * @param cursor from that line to the parts of the query that say so
     */
    public <T> Resource<Q, A> pages(Class<T> element, Function<T, Map<String, String>> cursor) {
        return with(new Manners(
                manners.deprecation(),
                Optional.of(last -> cursor.apply(element.cast(last))),
                manners.changes(),
                manners.repeatable(),
                manners.tables()));
    }

    /**
     * The same, that changes one thing only where it is as the caller knows it ({@code If-Match}).
     *
     * @param thing shows that thing; the variables of its path are variables of this one
     */
    public Resource<Q, A> changes(Resource<?, ?> thing) {
        return with(new Manners(
                manners.deprecation(), manners.cursor(), Optional.of(thing), manners.repeatable(), manners.tables()));
    }

    /** The same, whose act is one however often it is done: one that was cut off is done again. */
    public Resource<Q, A> repeatable() {
        return with(new Manners(manners.deprecation(), manners.cursor(), manners.changes(), true, manners.tables()));
    }

    /** The same, whose body may be as long as tables are, from who has a permission: they are asked before it is read. */
    public Resource<Q, A> takesTables(Permission permission) {
        return with(new Manners(
                manners.deprecation(),
                manners.cursor(),
                manners.changes(),
                manners.repeatable(),
                Optional.of(permission)));
    }

    /** What somebody must be allowed whose body may be longer than usual; empty where nobody's may. */
    public Optional<Permission> tables() {
        return manners.tables();
    }

    /** Whether its act is one however often it is done. */
    public boolean doneAgain() {
        return manners.repeatable();
    }

    /** Whether something in what is asked is secret. */
    public boolean asksSecret() {
        return Secrets.in(asks);
    }

    /** Whether something in its answer is secret, so that it is told once and kept nowhere. */
    public boolean tellsSecret() {
        return Secrets.in(answers.element());
    }

    /** Shows the one thing that it changes; empty where it changes none that has an entity tag. */
    public Optional<Resource<?, ?>> changed() {
        return manners.changes();
    }

    /** Whether it is on its way out. */
    public Optional<Deprecation> deprecation() {
        return manners.deprecation();
    }

    /** Who divides its list into pages. */
    public Paged paged() {
        if (verb != Verb.GET || !answers.many()) {
            return Paged.NOT;
        }
        return has(MOST) ? Paged.BY_ITSELF : Paged.BY_SERVER;
    }

    /** Whether it can say where the next page begins, if it pages by itself. */
    public boolean knowsNext() {
        return manners.cursor().isPresent() || has(FROM);
    }

    /** The parts of the query that ask for the page after this one; empty where this one is the last. */
    public Optional<Map<String, String>> next(Q asked, A answer) {
        if (paged() != Paged.BY_ITSELF || !knowsNext()) {
            return Optional.empty();
        }
        ObjectNode parts = ApiJson.parts(asked);
        List<?> page = (List<?>) answer;
        if (page.isEmpty() || page.size() < parts.path(MOST).asInt()) {
            return Optional.empty();
        }
        return Optional.of(manners.cursor()
                .map(cursor -> cursor.apply(page.getLast()))
                .orElseGet(() -> Map.of(FROM, String.valueOf(parts.path(FROM).asLong() + page.size()))));
    }

    private boolean has(String part) {
        return Arrays.stream(asks.getRecordComponents())
                .map(RecordComponent::getName)
                .anyMatch(part::equals);
    }

    /** What it is known by, for example {@code GET /api/v1/runs}. */
    public String word() {
        return verb + " " + path.text();
    }

    @Override
    public String toString() {
        return word();
    }
}
