package dev.vesper.adapters.firm;

import dev.vesper.adapters.text.TextFile;
import dev.vesper.adapters.text.YamlBlock;
import dev.vesper.adapters.text.YamlTree;
import dev.vesper.approvals.People;
import dev.vesper.basics.NearestName;
import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import dev.vesper.desk.notify.Channel;
import dev.vesper.desk.notify.MailServer;
import dev.vesper.desk.notify.NoticeKind;
import dev.vesper.desk.notify.Notifications;
import dev.vesper.desk.notify.Subscription;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** {@code notifications.yaml} of a firm folder: who is told of what, by which way. */
public final class NotificationsYaml {
    /** What the file is called. */
    public static final String FILE = "notifications.yaml";

    private static final String ALL = "all";
    /** Whoever a notice is about. */
    private static final String CONCERNED = "concerned";

    private static final int MOST_DAYS = 250;
    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");
    private static final int LONGEST_ADDRESS = 254;
    private static final int LONGEST_HOST = 253;

    private NotificationsYaml() {}

    /**
     * Reads the file of a folder; without one everything is a line of the log.
     *
     * @throws Problem of kind INPUT, with file and line, where it, or firm.yaml beside it, cannot be used
     */
    public static Notifications read(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return Notifications.standard();
        }
        return read(YamlTree.parse(TextFile.text(file), TextFile.nameOf(file)), FirmFolder.people(folder));
    }

    private static Notifications read(YamlTree.Block tree, People people) {
        YamlBlock root = new YamlBlock(tree);
        Duration overdue =
                Duration.ofMinutes(root.whole("overdue_minutes", Notifications.OVERDUE.toMinutes(), 1, 100_000));
        Optional<MailServer> mail = root.has("mail") ? Optional.of(mail(root.block("mail"))) : Optional.empty();
        String webhook = root.has("webhook") ? webhook(root.block("webhook")) : "";
        Map<String, String> addresses = addresses(root.block("addresses"));
        int ends = (int) root.whole("ends_within_days", Notifications.ENDS_WITHIN_DAYS, 1, MOST_DAYS);
        int unowned = (int) root.whole("unowned_days", Notifications.UNOWNED_DAYS, 1, MOST_DAYS);
        Set<NoticeKind> concerned = EnumSet.noneOf(NoticeKind.class);
        Set<Subscription> all = new LinkedHashSet<>();
        if (root.has("mail_to")) {
            if (mail.isEmpty()) {
                throw Problem.input(root.place("mail_to"), "Expected mail: beside mail_to:, with the server and from");
            }
            YamlBlock block = root.block("mail_to");
            for (String word : block.keys()) {
                for (String name : block.texts(word)) {
                    if (name.equals(CONCERNED) && !addresses.containsKey(name)) {
                        concerned.addAll(kinds(word, block.place(word)));
                        continue;
                    }
                    for (String to : addresses(name, people, addresses, block.place(word))) {
                        kinds(word, block.place(word))
                                .forEach(kind -> all.add(new Subscription(kind, Channel.MAIL, to)));
                    }
                }
            }
        }
        if (root.has("webhook_of") && webhook.isEmpty()) {
            throw Problem.input(root.place("webhook_of"), "Expected webhook: beside webhook_of:, with its url");
        }
        root.texts("webhook_of")
                .forEach(word -> kinds(word, root.place("webhook_of"))
                        .forEach(kind -> all.add(new Subscription(kind, Channel.WEBHOOK, ""))));
        List<String> lines = root.has("log_of") ? root.texts("log_of") : List.of(ALL);
        lines.forEach(word ->
                kinds(word, root.place("log_of")).forEach(kind -> all.add(new Subscription(kind, Channel.LOG, ""))));
        root.noOtherKeys();
        return new Notifications(overdue, ends, unowned, mail, webhook, new ArrayList<>(all), concerned, addresses);
    }

    private static List<NoticeKind> kinds(String word, Place place) {
        if (word.equals(ALL)) {
            return List.of(NoticeKind.values());
        }
        return List.of(NoticeKind.WORDS
                .find(word)
                .orElseThrow(() -> Problem.input(
                        place,
                        "Expected all or a kind of notification (" + String.join(", ", NoticeKind.WORDS.words())
                                + "), but got \"" + word + "\"" + NearestName.hint(word, NoticeKind.WORDS.words()))));
    }

    private static MailServer mail(YamlBlock block) {
        String host = block.text("host", "");
        boolean plain = !host.isEmpty()
                && host.length() <= LONGEST_HOST
                && host.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-');
        if (!plain) {
            throw Problem.input(
                    block.place("host"),
                    "Expected the name of a mail server in lower case, like smtp.example.com, but got \"" + host
                            + "\"");
        }
        String word = block.oneOf("security", "starttls", List.of("starttls", "tls", "none"));
        MailServer.Security security = MailServer.Security.valueOf(word.toUpperCase(Locale.ROOT));
        String user = block.text("user", "");
        if (security == MailServer.Security.NONE && !user.isEmpty() && !LOOPBACK.contains(host)) {
            throw Problem.input(
                    block.place("security"),
                    "Expected security starttls or tls where a user is let in, but got none: the password would be read by"
                            + " everybody between");
        }
        MailServer server = new MailServer(
                host,
                (int) block.whole("port", security == MailServer.Security.TLS ? 465 : 587, 1, 65_535),
                security,
                user,
                address(block.text("from", ""), block.place("from")));
        block.noOtherKeys();
        return server;
    }

    private static String webhook(YamlBlock block) {
        String text = block.text("url", "");
        block.noOtherKeys();
        try {
            URI url = new URI(text);
            boolean secret = "https".equals(url.getScheme());
            boolean near = "http".equals(url.getScheme()) && LOOPBACK.contains(String.valueOf(url.getHost()));
            if ((secret || near) && url.getHost() != null && url.getUserInfo() == null && url.getFragment() == null) {
                return text;
            }
        } catch (URISyntaxException e) {
            text = "";
        }
        throw Problem.input(
                block.place("url"),
                "Expected an address that begins with https:// (http:// on this machine alone), without a user in it, like"
                        + " https://hooks.example.com/vesper" + (text.isEmpty() ? "" : ", but got another"));
    }

    private static Map<String, String> addresses(YamlBlock block) {
        Map<String, String> addresses = new TreeMap<>();
        block.keys().forEach(name -> addresses.put(name, address(block.text(name, ""), block.place(name))));
        return addresses;
    }

    private static String address(String text, Place place) {
        int at = text.indexOf('@');
        boolean plain = at > 0
                && at == text.lastIndexOf('@')
                && at < text.length() - 1
                && text.length() <= LONGEST_ADDRESS
                && text.chars()
                        .allMatch(c -> (c >= 'a' && c <= 'z')
                                || (c >= 'A' && c <= 'Z')
                                || (c >= '0' && c <= '9')
                                || ".-_+@".indexOf(c) >= 0);
        if (!plain) {
            throw Problem.input(place, "Expected an address like olga@example.com, but got \"" + text + "\"");
        }
        return text;
    }

    /** Of a person who has one, or of everybody of a group of firm.yaml. */
    private static List<String> addresses(String name, People people, Map<String, String> known, Place place) {
        if (known.containsKey(name)) {
            return List.of(known.get(name));
        }
        List<String> members = people.byGroup().get(name);
        if (members == null) {
            List<String> words = new ArrayList<>(known.keySet());
            words.addAll(people.byGroup().keySet());
            throw Problem.input(
                    place,
                    "Expected a name of addresses:, or a group of people: in firm.yaml, but got \"" + name + "\""
                            + NearestName.hint(name, words));
        }
        List<String> found = new ArrayList<>();
        for (String member : members) {
            String address = known.get(member);
            if (address == null) {
                throw Problem.input(
                        place,
                        "Expected an address of " + member + " below addresses:, who belongs to the group " + name
                                + ", but there is none");
            }
            found.add(address);
        }
        return found;
    }
}
