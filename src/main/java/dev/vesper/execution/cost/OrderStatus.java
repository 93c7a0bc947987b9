package dev.vesper.execution.cost;

/** How a parent order stands at the end of the day. */
public enum OrderStatus {
    FILLED("filled"),
    PARTIAL("part filled"),
    UNFILLED("unfilled"),
    WORKING("working"),
    NOT_SENT("not sent"),
    /** People approved the others without it. */
    LEFT_OUT("left out");

    private final String words;

    OrderStatus(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
