package dev.vesper.adapters.lake;

import java.util.List;

/** Translates the date formats of contracts ({@code yyyy-MM-dd}) into DuckDB's, and into a pattern that is strict. */
final class DateFormat {
    private record Token(String letters, String strptime, String pattern) {}

    private static final List<Token> TOKENS = List.of(
            new Token("yyyy", "%Y", "[0-9]{4}"),
            new Token("MM", "%m", "[0-9]{2}"),
            new Token("dd", "%d", "[0-9]{2}"),
            new Token("HH", "%H", "[0-9]{2}"),
            new Token("mm", "%M", "[0-9]{2}"),
            new Token("ss", "%S", "[0-9]{2}"));

    private DateFormat() {}

    static String strptime(String format) {
        return translate(format, true);
    }

    static String pattern(String format) {
        return translate(format, false);
    }

    private static String translate(String format, boolean strptime) {
        var out = new StringBuilder();
        int at = 0;
        while (at < format.length()) {
            Token token = tokenAt(format, at);
            if (token == null) {
                String letter = format.substring(at, at + 1);
                out.append(strptime ? letter.replace("%", "%%") : letter.replaceAll("([^A-Za-z0-9 ])", "\\\\$1"));
                at++;
            } else {
                out.append(strptime ? token.strptime : token.pattern);
                at += token.letters.length();
            }
        }
        return out.toString();
    }

    private static @org.jspecify.annotations.Nullable Token tokenAt(String format, int at) {
        for (Token token : TOKENS) {
            if (format.startsWith(token.letters, at)) {
                return token;
            }
        }
        return null;
    }
}
