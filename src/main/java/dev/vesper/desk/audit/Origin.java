package dev.vesper.desk.audit;

/**
 * From where somebody acts. Each way in says so once for all that is asked through it; the audit row that is appended
 * meanwhile keeps it. What nobody asked for comes from Vesper itself.
 *
 * @param text as people read it and search for it, for example {@code REST from 10.1.2.3 with token 5b0c9e1f}
 */
public record Origin(String text) {
    /** The program itself: its schedule, its stages, its watches. */
    public static final Origin VESPER = new Origin("vesper");

    /** A command, typed on the machine where Vesper keeps its state. */
    public static final Origin COMMAND = new Origin("command line on this machine");

    private static final ScopedValue<Origin> HERE = ScopedValue.newInstance();

    /**
     * A browser.
     *
     * @param address of the machine it runs on; a loopback address is written as {@code this machine}
     */
    public static Origin console(String address) {
        return new Origin("console from " + place(address));
    }

    /**
     * A request of a program that holds a token of its own.
     *
     * @param token which one: its id, never the secret; empty where it is none of ours
     */
    public static Origin rest(String address, String token) {
        return new Origin("REST from " + place(address) + (token.isEmpty() ? "" : " with token " + token));
    }

    /** Of what is done now, on this thread. */
    public static Origin now() {
        return HERE.orElse(VESPER);
    }

    /** Does something; the rows that are appended meanwhile say that it came from here. */
    public <T, X extends Throwable> T during(ScopedValue.CallableOp<? extends T, X> act) throws X {
        return ScopedValue.where(HERE, this).call(act);
    }

    private static String place(String address) {
        boolean loopback = address.startsWith("127.") || address.equals("0:0:0:0:0:0:0:1") || address.equals("::1");
        return loopback ? "this machine" : address;
    }
}
