package dev.vesper.basics;

import java.util.regex.Pattern;

/** A password or key: it can be used, but neither printed nor logged. */
public record Secret(String reveal) {
    /** All up to the last at sign before the query: a password may hold at signs and slashes. */
    private static final Pattern USER = Pattern.compile("^[^?]*@");

    private static final Pattern QUERY = Pattern.compile("[?#].*", Pattern.DOTALL);

    /** The query may hold an at sign, or the password a question mark: nobody can tell, so all is hidden. */
    private static final Pattern UNCLEAR = Pattern.compile("[?#].*@", Pattern.DOTALL);

    /** An address as it may be shown: people paste addresses with the secret in user name, password or query. */
    public static String address(String text) {
        int scheme = text.indexOf("://");
        String before = scheme < 0 ? "" : text.substring(0, scheme + "://".length());
        String rest = text.substring(before.length());
        if (UNCLEAR.matcher(rest).find()) {
            return before + "***";
        }
        String shown = QUERY.matcher(rest).replaceFirst("?***");
        return before + USER.matcher(shown).replaceFirst("***@");
    }

    @Override
    public String toString() {
        return reveal.isEmpty() ? "(none)" : "***";
    }
}
