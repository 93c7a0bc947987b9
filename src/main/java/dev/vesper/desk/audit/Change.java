package dev.vesper.desk.audit;

/**
 * What an act changed, as people read it, for example from {@code trader} to {@code trader, approver}.
 *
 * @param before empty where there was nothing
 * @param after empty where nothing is left
 */
public record Change(String before, String after) {
    /** Of an act that changes nothing that has a before and an after. */
    public static final Change NONE = new Change("", "");

    /** Something that was not there. */
    public static Change made(String after) {
        return new Change("", after);
    }
}
