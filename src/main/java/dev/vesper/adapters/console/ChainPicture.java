package dev.vesper.adapters.console;

import dev.vesper.basics.Numbers;
import dev.vesper.desk.audit.ChainState;
import dev.vesper.desk.audit.anchor.AnchorState;
import java.util.List;

/**
 * The chain of audit rows as one line from the first row to the newest, with what was verified of it and what is kept outside.
 *
 * @param head the newest row, in words
 * @param hash of it
 * @param verified how much of the line was verified, in thousandths
 * @param said what the picture shows, for whoever does not see it
 * @param empty whether nothing was written yet
 */
public record ChainPicture(String head, String hash, int verified, List<Anchor> anchors, String said, boolean empty) {
    private static final int WIDE = 1_000;

    /**
     * One place outside.
     *
     * @param row its newest anchor, in words
     * @param held whether it holds one
     * @param behind how many rows came since
     * @param x where that row is on the line, in thousandths
     */
    public record Anchor(
            String place,
            String row,
            boolean held,
            String behind,
            String at,
            String guarantee,
            String trouble,
            int x) {}

    static ChainPicture of(ChainState state, List<AnchorState> places) {
        long head = state.head().sequence();
        List<Anchor> anchors = places.stream().map(place -> anchor(place, head)).toList();
        return new ChainPicture(
                head == 0
                        ? "no row yet"
                        : "row " + head + " of " + Numbers.stamp(state.head().at()) + " UTC",
                state.head().hash(),
                at(state.verified(), head),
                anchors,
                "Row 1 to " + head + "; verified to " + state.verified()
                        + (anchors.isEmpty() ? "; kept nowhere outside" : "")
                        + String.join(
                                "",
                                anchors.stream()
                                        .map(anchor -> "; " + anchor.place() + ": " + anchor.row())
                                        .toList()),
                head == 0);
    }

    private static Anchor anchor(AnchorState place, long head) {
        boolean held = place.sequence() > 0;
        long since = head - place.sequence();
        return new Anchor(
                place.place(),
                held ? "row " + place.sequence() : "nothing yet",
                held,
                !held ? "" : since <= 0 ? "the newest" : since + (since == 1 ? " row" : " rows") + " before the newest",
                held ? Numbers.stamp(place.at()) : "",
                place.guarantee(),
                place.trouble(),
                at(place.sequence(), head));
    }

    private static int at(long row, long head) {
        return head == 0 ? 0 : (int) Math.min(WIDE, row * WIDE / head);
    }
}
