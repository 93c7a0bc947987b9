package dev.vesper.adapters.console;

import dev.vesper.basics.Secret;
import dev.vesper.desk.operations.ReportFile;

/** What a browser sees once a form was taken. */
public sealed interface Done {
    /**
     * A page that shows what has changed.
     *
     * @param href its path, with the place on it
     */
    record At(String href) implements Done {}

    /**
     * Something that is told this once, and no page shows again.
     *
     * @param text what it is for
     * @param back the page to go on with
     */
    record Told(String heading, String text, Secret secret, String back) implements Done {}

    /** What a script asked for and shows itself: an answer of the operations, as the API gives it. */
    record Said(Object answer) implements Done {}

    /** A file to keep. */
    record Handed(ReportFile file) implements Done {}
}
