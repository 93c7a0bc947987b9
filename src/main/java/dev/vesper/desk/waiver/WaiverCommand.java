package dev.vesper.desk.waiver;

import java.time.LocalDate;

/** What a person asks of the waivers. */
sealed interface WaiverCommand {
    /** Whose name is given. */
    String by();

    String reason();

    /**
     * Asks for one.
     *
     * @param day the business date that it is asked on, by which its length is measured
     */
    record Ask(WaiverTerms terms, LocalDate day, String by, String reason) implements WaiverCommand {}

    /**
     * Agrees to one, as another person.
     *
     * @param day the business date that it is agreed to on
     */
    record Agree(String id, LocalDate day, String by, String reason) implements WaiverCommand {}

    record Refuse(String id, String by, String reason) implements WaiverCommand {}

    record Revoke(String id, String by, String reason) implements WaiverCommand {}
}
