package dev.vesper.adapters.routes.fix;

import dev.vesper.basics.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import quickfix.Responder;
import quickfix.Session;
import quickfix.SessionStateListener;

/**
 * Adds user name and password (553, 554) to a logon (35=A) on the wire itself, behind the log and the store of the session:
 * neither of them ever holds a password.
 */
final class LogonSecrets implements Responder {
    private static final String LOGON = "\u000135=A\u0001";
    private static final String LENGTH = "\u00019=";
    private static final String SUM = "\u000110=";

    private final Responder wire;
    private final String fields;

    private LogonSecrets(Responder wire, String fields) {
        this.wire = wire;
        this.fields = fields;
    }

    /** Stands before the wire of a session each time that it is connected, where there is anything to add. */
    static void watch(Session session, Optional<String> user, Secret password) {
        String fields = user.map(name -> "553=" + name + "\u0001").orElse("")
                + (password.reveal().isEmpty() ? "" : "554=" + password.reveal() + "\u0001");
        if (fields.isEmpty()) {
            return;
        }
        session.addStateListener(new SessionStateListener() {
            @Override
            public void onConnect() {
                Responder wire = session.getResponder();
                if (wire != null && !(wire instanceof LogonSecrets || wire instanceof RepeatGuard)) {
                    session.setResponder(new LogonSecrets(wire, fields));
                }
            }
        });
    }

    @Override
    public boolean send(String message) {
        return wire.send(message.contains(LOGON) ? with(message, fields) : message);
    }

    /** The message with more fields at the end of its body, its length (9) and sum (10) as they then are. */
    static String with(String message, String fields) {
        int length = message.indexOf(LENGTH);
        int body = message.indexOf('\u0001', length + 1) + 1;
        int end = message.lastIndexOf(SUM) + 1;
        String longer = message.substring(body, end) + fields;
        String whole = message.substring(0, length + LENGTH.length()) + bytes(longer).length + "\u0001" + longer;
        int sum = 0;
        for (byte one : bytes(whole)) {
            sum += one & 0xff;
        }
        String digits = Integer.toString(1_000 + sum % 256).substring(1);
        return whole + "10=" + digits + "\u0001";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void disconnect() {
        wire.disconnect();
    }

    @Override
    public String getRemoteAddress() {
        return wire.getRemoteAddress();
    }
}
