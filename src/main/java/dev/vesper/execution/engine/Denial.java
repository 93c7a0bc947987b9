package dev.vesper.execution.engine;

/**
 * Why a child is not sent, such as {@code QUANTITY 500 against 300}.
 *
 * @param asked what the child would have come to, in the unit of the reason; 0 where it has none
 * @param bound the limit, in the same
 */
public record Denial(DenialReason reason, long asked, long bound) {
    static Denial of(DenialReason reason) {
        return new Denial(reason, 0, 0);
    }

    @Override
    public String toString() {
        return asked == 0 && bound == 0 ? reason.name() : reason + " " + asked + " against " + bound;
    }
}
