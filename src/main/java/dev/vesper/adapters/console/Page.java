package dev.vesper.adapters.console;

import dev.vesper.desk.changes.Changed;
import dev.vesper.desk.operations.Caller;
import dev.vesper.desk.operations.Operations;
import java.util.Optional;
import java.util.Set;

/**
 * One page of the console. Its template is {@code src/main/console/pages/<word>.html}: a fragment {@code content}, filled
 * from the model. Everything a page says comes out of the operations, which are made for whoever looks.
 */
public interface Page {
    /** Names the page and its template, for example {@code runs}. */
    String word();

    /** In the navigation, and in the window's title. */
    String title();

    /**
     * Under {@code /console/}, for example {@code runs} or {@code runs/{run}}.
     */
    default PagePath path() {
        return new PagePath(word());
    }

    /** Whether the page stands in the navigation: where its path has no variable. */
    default boolean stands() {
        return !path().varies();
    }

    /** The page of the documentation that tells of this one, and maybe the part: {@code tasks}, {@code users#passwords}. */
    default String help() {
        return "console";
    }

    /** Whether the page is shown to this caller at all. What they may do is decided behind the operations, not here. */
    default boolean admits(Caller caller) {
        return true;
    }

    /**
     * What the operations say now of what the page shows: where that changes, the page that somebody looks at is made anew.
     * Empty where the page tells of one moment only.
     *
     * @throws dev.vesper.basics.Problem of kind INPUT where what is asked for is unknown or malformed; its message is shown
     */
    default Optional<Object> state(Operations operations, Asked asked) {
        return Optional.empty();
    }

    /**
     * Where a change of these may change what the page shows, so that it is asked again when one is told. Empty where what it
     * shows is told by nobody: then it asks again and again.
     */
    default Set<Changed> topics(Asked asked) {
        return Set.of();
    }

    /**
     * What the template shows, where the operations have just said what {@link #state} answers.
     *
     * @param state what that answered
     * @throws dev.vesper.basics.Problem as {@link #model(Operations, Asked)} does
     */
    default Record model(Operations operations, Asked asked, Object state) {
        return model(operations, asked);
    }

    /**
     * Whether hardly anything happens any more, so that the page asks seldom.
     *
     * @param model what the template shows
     */
    default boolean over(Record model) {
        return false;
    }

    /**
     * Whether the page draws processes.
     *
     * @param model what the template shows
     */
    default boolean draws(Record model) {
        return false;
    }

    /**
     * Whether the page has charts.
     *
     * @param model what the template shows
     */
    default boolean charts(Record model) {
        return false;
    }

    /**
     * Whether the page makes a grid of a table.
     *
     * @param model what the template shows
     */
    default boolean edits(Record model) {
        return false;
    }

    /**
     * Whether the page shows a table in a modeller.
     *
     * @param model what the template shows
     */
    default boolean models(Record model) {
        return false;
    }

    /** Whether the page holds another page of ours in a frame. */
    default boolean frames() {
        return false;
    }

    /**
     * What the template shows, called {@code model} there: a public record of texts and lists.
     *
     * @throws dev.vesper.basics.Problem of kind INPUT where what is asked for is unknown or malformed; its message is shown
     */
    Record model(Operations operations, Asked asked);
}
