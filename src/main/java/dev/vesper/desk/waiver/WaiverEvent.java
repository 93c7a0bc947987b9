package dev.vesper.desk.waiver;

/** What happened to the waivers. */
public sealed interface WaiverEvent {
    /** Of which one. */
    String id();

    /**
     * Somebody asked for one.
     *
     * @param id {@code W-3}
     */
    record Asked(String id, WaiverTerms terms, String by, String reason) implements WaiverEvent {}

    /** Another person agreed: it is in force. */
    record Agreed(String id, String by, String reason) implements WaiverEvent {}

    /** Somebody said no. */
    record Refused(String id, String by, String reason) implements WaiverEvent {}

    /** Somebody took it back, whether it was in force or only asked for. */
    record Revoked(String id, String by, String reason) implements WaiverEvent {}
}
