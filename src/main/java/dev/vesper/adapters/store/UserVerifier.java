package dev.vesper.adapters.store;

import dev.vesper.basics.BrokenHistory;
import dev.vesper.desk.access.KnownUsers;
import dev.vesper.desk.access.KnownUsers.Known;
import dev.vesper.desk.access.PasswordSum;
import dev.vesper.desk.access.TokenEvent;
import dev.vesper.desk.access.UserRules;
import dev.vesper.desk.access.UserTokens;
import dev.vesper.desk.audit.AuditLog.Fault;
import dev.vesper.desk.audit.ChainedRow;
import dev.vesper.desk.audit.Vouched;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** Compares the rows of users and their tokens with the events that the audit vouches for. */
final class UserVerifier {
    private final StatelessSession session;
    private final Map<String, Long> vouching = new HashMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private long newest;

    private UserVerifier(StatelessSession session, List<ChainedRow> rows) {
        this.session = session;
        for (ChainedRow row : rows) {
            Vouched vouched = row.vouched();
            if (vouched != null) {
                vouching.put(vouched.stream(), row.sequence());
            }
            newest = row.sequence();
        }
    }

    /** Faults are numbered by the newest audit row of what a table contradicts, where there is none by the newest of all. */
    static List<Fault> verify(StatelessSession session, List<ChainedRow> rows) {
        UserVerifier verifier = new UserVerifier(session, rows);
        verifier.users();
        verifier.tokens();
        return verifier.faults;
    }

    private void users() {
        String stream = HibernateUserStore.USERS.value();
        KnownUsers known;
        try {
            known = new UserRules()
                    .replay(HibernateEventLog.rows(session, stream).stream()
                            .map(row -> StreamKind.USERS.read(HibernateEventLog.written(row)))
                            .toList());
        } catch (BrokenHistory e) {
            fault(stream, "the events of " + stream + " cannot have happened so: " + e.getMessage());
            return;
        }
        Map<String, UserRow> there =
                session.createSelectionQuery("from UserRow u order by u.name", UserRow.class).getResultList().stream()
                        .collect(Collectors.toMap(row -> row.name, row -> row, (a, _) -> a, TreeMap::new));
        Set<String> names = new TreeSet<>(there.keySet());
        names.addAll(known.byName().keySet());
        for (String name : names) {
            UserRow row = there.get(name);
            Known user = known.byName().get(name);
            if (user == null) {
                fault(stream, "the user " + name + " was inserted: no event vouches for them");
            } else if (row == null) {
                fault(stream, "the user " + name + " was deleted: they are vouched for");
            } else {
                compare(stream, row, UserRow.of(user, row.passwordHash), user.password());
            }
        }
    }

    private void compare(String stream, UserRow row, UserRow vouched, String password) {
        altered(stream, row, "roles", row.roles, vouched.roles);
        altered(stream, row, "entry", in(row.active), in(vouched.active));
        altered(
                stream,
                row,
                "need to change the password",
                String.valueOf(row.mustChangePassword),
                String.valueOf(vouched.mustChangePassword));
        if (!PasswordSum.of(row.passwordHash).equals(password)) {
            fault(stream, "the password of the user " + row.name + " was altered: it is not the one vouched for");
        }
    }

    private static String in(boolean active) {
        return active ? "let in" : "let out";
    }

    private void altered(String stream, UserRow row, String what, String there, String vouched) {
        if (!there.equals(vouched)) {
            fault(
                    stream,
                    "the " + what + " of the user " + row.name + " were altered: \"" + there + "\", but \"" + vouched
                            + "\" is vouched for");
        }
    }

    private void tokens() {
        Map<String, UserTokenRow> there =
                session
                        .createSelectionQuery("from UserTokenRow t order by t.id", UserTokenRow.class)
                        .getResultList()
                        .stream()
                        .collect(Collectors.toMap(row -> row.id, row -> row, (a, _) -> a, TreeMap::new));
        Map<String, List<EventRow>> streams = session
                .createSelectionQuery(
                        "from EventRow e where e.stream like '" + HibernateUserStore.TOKENS
                                + "%' order by e.stream, e.sequence",
                        EventRow.class)
                .getResultList()
                .stream()
                .collect(Collectors.groupingBy(row -> row.stream, TreeMap::new, Collectors.toList()));
        streams.forEach((stream, events) -> tokens(stream, events, there));
        there.values()
                .forEach(row -> fault(
                        HibernateUserStore.TOKENS + row.name,
                        "the token " + row.id + " of the user " + row.name + " was inserted: no event vouches for it"));
    }

    /** Takes away the rows that it finds. */
    private void tokens(String stream, List<EventRow> rows, Map<String, UserTokenRow> there) {
        List<TokenEvent> events;
        UserTokens tokens;
        try {
            events = rows.stream()
                    .map(row -> StreamKind.TOKENS.read(HibernateEventLog.written(row)))
                    .toList();
            tokens = UserTokens.of(events);
        } catch (BrokenHistory e) {
            fault(stream, "the events of " + stream + " cannot have happened so: " + e.getMessage());
            return;
        }
        String user = stream.substring(HibernateUserStore.TOKENS.length());
        for (TokenEvent event : events) {
            if (event instanceof TokenEvent.Issued issued) {
                UserTokenRow row = there.remove(issued.id());
                boolean revoked = tokens.find(issued.id()).isEmpty();
                compare(stream, row, UserTokenRow.of(user, issued), revoked);
            }
        }
    }

    private void compare(String stream, @Nullable UserTokenRow row, UserTokenRow vouched, boolean revoked) {
        if (row == null) {
            fault(
                    stream,
                    "the token " + vouched.id + " of the user " + vouched.name + " was deleted: it is vouched for");
        } else if (!row.says(vouched) || row.revoked != revoked) {
            fault(
                    stream,
                    "the token " + vouched.id + " of the user " + vouched.name
                            + " was altered: it is not the one vouched for");
        }
    }

    private void fault(String stream, String message) {
        faults.add(new Fault(vouching.getOrDefault(stream, newest), message));
    }
}
