package dev.vesper.adapters.report.block;

/** One sentence, for example "Nobody was asked, or nobody has answered." */
public record Sentence(String words, Tone tone) implements Block {
    public static Sentence of(String words) {
        return new Sentence(words, Tone.NONE);
    }

    /** One that explains, in grey. */
    public static Sentence quiet(String words) {
        return new Sentence(words, Tone.QUIET);
    }
}
