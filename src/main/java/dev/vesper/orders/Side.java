package dev.vesper.orders;

/** Buy or sell. */
public enum Side {
    BUY(1),
    SELL(-1);

    private final int sign;

    Side(int sign) {
        this.sign = sign;
    }

    /** +1 for a buy, -1 for a sell: multiplies a quantity into a change of position. */
    public int sign() {
        return sign;
    }
}
