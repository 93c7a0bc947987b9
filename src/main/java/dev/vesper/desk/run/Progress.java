package dev.vesper.desk.run;

/** Hears how far long work is. */
public interface Progress {
    /**
     * Says where a stage is.
     *
     * @param what one word for the step at hand, or empty
     */
    void at(ShownStage stage, int done, int of, String what);

    /** Says one thing for good to who watches. */
    default void say(String sentence) {
        // where nobody watches
    }
}
