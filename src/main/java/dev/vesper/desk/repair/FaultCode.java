package dev.vesper.desk.repair;

import dev.vesper.desk.run.Incident;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The kinds of fault that keep a run, in the order in which they are recognised. Each has a paragraph of {@code
 * src/docs/repair.md} under its word; a word that was told stays.
 */
public enum FaultCode {
    NOBODY_WORKS(
            "A task of the process asks for work that this Vesper does not know.",
            "Compare the job type that the text names with processes/; the run goes by the files it began with, so close it,"
                    + " mend the file and run the day again.",
            "Expected somebody to work jobs of type"),
    ENGINE_INCIDENT(
            "The process engine cannot pass a step of the process.",
            "Read which step and why in the text; where it is the process file, close the run, mend the file and run the day"
                    + " again, else try again.",
            "the process engine reports an incident"),
    ENGINE_SILENT(
            "The process engine hands out nothing more for this run.",
            "See whether the engine is up (/health names it); when it is, try again.",
            "Expected the process engine to go on with run "),
    PROCESSES_AWAY(
            "The process files by which the run began are not there any more.",
            "Put the files of processes/ back as they were when the run began, and try again.",
            "Expected the processes that run "),
    PROCESSES_FOREIGN(
            "Somebody else gave the process engine another version of the process.",
            "Find out who may deploy to the engine; start Vesper again, and try again.",
            "as it lies in processes/, but the engine was given"),
    ROUTES_AWAY(
            "The route files by which the run began are not there any more.",
            "Put the files of routes/ back as they were when the run began, and try again.",
            "Expected the routes that run "),
    VENUE_JOURNAL(
            "The journal of a simulated venue is not what the venue had acknowledged.",
            "Put the journal back from a copy of the same moment, and try again; without one, close the run.",
            "Expected the journal of venue",
            "venue journal"),
    ORDERS_IN_DOUBT(
            "Nobody but a venue knows what became of some orders.",
            "Ask the venue about the orders that the text names; once it answers, try again: Vesper asks it first and sends"
                    + " nothing twice.",
            " in doubt: "),
    ORDERS_NOT_UNDERSTOOD(
            "The session of a venue did not understand orders.",
            "Compare the tags of the order with what the venue asks for (VESPER_VENUE_..._ORDER_TAGS, _DICTIONARY), then try"
                    + " again.",
            "Expected orders that "),
    VENUE_AWAY(
            "A venue to which orders go does not answer.",
            "Ask the venue, or look at its line in venues.csv and at the network; when it answers, try again.",
            "Expected the venues"),
    DISK_FULL(
            "There is no room on the disk.",
            "Make room under the folder that the text names (old runs may be removed), then try again.",
            " MB free under ",
            "No space left on device"),
    LAKE_ALTERED(
            "An object in the lake is not the one that was stored.",
            "Put the object back from a copy of the lake and try again; without one, close the run.",
            "maybe it was altered in the lake"),
    LAKE_AWAY(
            "The object lake does not take or give what the run needs.",
            "See that the lake is up and has room (/health names it), then try again.",
            "Expected the object lake",
            "for the lake, but",
            "embedded object store",
            "maybe nothing listens there"),
    FILE_AWAY(
            "A file or folder that the run needs cannot be read or written.",
            "Put the file that the text names back, or mend who may read it, then try again.",
            "NoSuchFileException",
            "AccessDeniedException",
            "Expected to read ",
            "Expected to write ",
            "Expected to take in the files"),
    NO_ANSWER(
            "Something that the stage needs does not answer.",
            "Mend what the text names, then try again.",
            "Expected "),
    OUR_FAULT(
            "Vesper itself made a mistake.",
            "Try again once; where it fails again, make a support bundle, send it to the engineers, and close the run if the"
                    + " day cannot wait.");

    private final String sentence;
    private final String next;

    @SuppressWarnings("ImmutableEnumChecker") // nobody changes it
    private final List<String> marks;

    FaultCode(String sentence, String next, String... marks) {
        this.sentence = sentence;
        this.next = next;
        this.marks = List.of(marks);
    }

    /** The code of what the record says of an incident. */
    public static FaultCode of(Incident incident) {
        return Arrays.stream(values())
                .filter(code -> code.marks.stream()
                        .anyMatch(mark -> mark.equals("Expected ")
                                ? incident.cause().startsWith(mark)
                                : incident.what().contains(mark)))
                .findFirst()
                .orElse(OUR_FAULT);
    }

    /** As it is shown, and as its paragraph is called, for example {@code venue-away}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The cause in a sentence. */
    public String sentence() {
        return sentence;
    }

    /** What a person does about it. */
    public String next() {
        return next;
    }
}
