package dev.vesper.app.wiring;

/** Says what is wrong to people who need not know where things lie: of a path, its last name only. */
final class LocalPaths {
    private LocalPaths() {}

    /**
     * The text without the folders of absolute paths: {@code /srv/vesper/var/firm/firm.yaml:3:1} becomes {@code
     * firm.yaml:3:1}. Addresses ({@code http://...}) and relative paths stay. A path with a blank in it loses what stands
     * before the blank.
     */
    static String hidden(String text) {
        StringBuilder shown = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            if (text.startsWith("://", at)) {
                shown.append("://");
                at += 3;
            } else if (text.charAt(at) == '/' && begins(text, at)) {
                int end = end(text, at);
                String path = text.substring(at, end);
                shown.append(path.substring(path.lastIndexOf('/', path.length() - 2) + 1));
                at = end;
            } else {
                shown.append(text.charAt(at++));
            }
        }
        return shown.toString();
    }

    private static boolean begins(String text, int at) {
        char before = at == 0 ? ' ' : text.charAt(at - 1);
        return !Character.isLetterOrDigit(before)
                && before != '.'
                && before != '/'
                && before != '_'
                && before != '-'
                && at + 1 < text.length()
                && !Character.isWhitespace(text.charAt(at + 1));
    }

    private static int end(String text, int at) {
        int end = at;
        while (end < text.length()
                && !Character.isWhitespace(text.charAt(end))
                && "\"';,()<>|".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }
}
