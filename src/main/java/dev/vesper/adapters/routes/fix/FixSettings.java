package dev.vesper.adapters.routes.fix;

import dev.vesper.market.Venue;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.component.quickfixj.QuickfixjComponent;
import org.apache.camel.component.quickfixj.QuickfixjConfiguration;
import quickfix.Acceptor;
import quickfix.FileStoreFactory;
import quickfix.Initiator;
import quickfix.Session;
import quickfix.SessionFactory;
import quickfix.SessionID;
import quickfix.mina.ssl.SSLSupport;

/** The settings of the FIX sessions; the routes refer to them by name, for example {@code quickfix:lit}. */
public final class FixSettings {
    private static final String LOOPBACK = "127.0.0.1";
    private static final String HEARTBEAT_SECONDS = "5";
    private static final String PKCS12 = "PKCS12";
    /** Instead of the store that QuickFIX/J brings along. */
    private static final String NO_STORE = "none.p12";

    private FixSettings() {}

    /** The session as the house sees it. */
    public static SessionID atHouse(Venue venue) {
        return new SessionID("FIX.4.4", venue.senderCompId(), venue.targetCompId());
    }

    /** The session as the venue sees it. */
    public static SessionID atVenue(Venue venue) {
        return new SessionID(
                "FIX.4.4", /* senderCompID= */ venue.targetCompId(), /* targetCompID= */ venue.senderCompId());
    }

    /** A venue's side: listens on loopback only. */
    public static QuickfixjConfiguration acceptor(VenueAddress address, Path storeFolder) {
        Map<Object, Object> session = common(storeFolder);
        session.put(SessionFactory.SETTING_CONNECTION_TYPE, SessionFactory.ACCEPTOR_CONNECTION_TYPE);
        session.put(Acceptor.SETTING_SOCKET_ACCEPT_ADDRESS, LOOPBACK);
        session.put(Acceptor.SETTING_SOCKET_ACCEPT_PORT, Integer.toString(address.port()));
        var configuration = new QuickfixjConfiguration();
        configuration.setDefaultSettings(new HashMap<>(session));
        configuration.addSessionSetting(atVenue(address.venue()), session);
        return configuration;
    }

    /**
     * The house's side: one session for each venue. It keeps its messages and repeats what a venue missed in the order in
     * which it was sent: which of two orders comes first decides what they are filled at.
     *
     * @param storeFolder of the sessions with simulated venues, which are of one run
     * @param realFolder of those with real ones, whose numbers go on from run to run
     */
    public static QuickfixjConfiguration initiator(List<VenueAddress> addresses, Path storeFolder, Path realFolder) {
        var configuration = new QuickfixjConfiguration();
        Map<Object, Object> common = common(storeFolder);
        common.put(SessionFactory.SETTING_CONNECTION_TYPE, SessionFactory.INITIATOR_CONNECTION_TYPE);
        common.put(Session.SETTING_HEARTBTINT, HEARTBEAT_SECONDS);
        common.put(Initiator.SETTING_RECONNECT_INTERVAL, "1");
        configuration.setDefaultSettings(common);
        for (VenueAddress address : addresses) {
            Map<Object, Object> session = new HashMap<>(common);
            session.put(Initiator.SETTING_SOCKET_CONNECT_HOST, LOOPBACK);
            session.put(Initiator.SETTING_SOCKET_CONNECT_PORT, Integer.toString(address.port()));
            address.real().ifPresent(real -> real(session, real, realFolder));
            configuration.addSessionSetting(address.session(), session);
        }
        return configuration;
    }

    /** A venue outside: its clock and its words are checked, its certificate too where it has one. */
    private static void real(Map<Object, Object> session, RealVenue venue, Path folder) {
        session.put(Initiator.SETTING_SOCKET_CONNECT_HOST, venue.host());
        session.put(Session.SETTING_HEARTBTINT, Integer.toString(venue.heartbeatSeconds()));
        session.put(Session.SETTING_CHECK_LATENCY, "Y");
        session.put(Session.SETTING_VALIDATE_INCOMING_MESSAGE, "Y");
        session.put(FileStoreFactory.SETTING_FILE_STORE_PATH, folder.toString());
        session.put(FileStoreFactory.SETTING_FILE_STORE_SYNC, "N");
        session.put(FileStoreFactory.SETTING_FILE_STORE_MAX_CACHED_MSGS, "0"); // a resend looks it up in the file
        String begin = venue.numbersBegin()
                .map(time -> time.format(DateTimeFormatter.ISO_LOCAL_TIME))
                .orElse("");
        if (begin.isEmpty()) {
            session.remove(Session.SETTING_START_TIME);
            session.remove(Session.SETTING_END_TIME);
            session.put(Session.SETTING_NON_STOP_SESSION, "Y");
        } else {
            session.put(Session.SETTING_START_TIME, begin);
            session.put(Session.SETTING_END_TIME, begin);
        }
        venue.dictionary().ifPresent(file -> session.put(Session.SETTING_DATA_DICTIONARY, file.toString()));
        venue.tls().ifPresent(tls -> {
            session.put(SSLSupport.SETTING_USE_SSL, "Y");
            session.put(SSLSupport.SETTING_ENDPOINT_IDENTIFICATION_ALGORITHM, "HTTPS");
            session.put(SSLSupport.SETTING_ENABLED_PROTOCOLS, "TLSv1.3,TLSv1.2");
            session.put(SSLSupport.SETTING_TRUST_STORE_NAME, tls.trusted().toString());
            session.put(
                    SSLSupport.SETTING_TRUST_STORE_PWD, tls.trustedPassword().reveal());
            session.put(SSLSupport.SETTING_TRUST_STORE_TYPE, PKCS12);
            session.put(
                    SSLSupport.SETTING_KEY_STORE_NAME,
                    tls.own().map(Path::toString).orElse(NO_STORE));
            session.put(SSLSupport.SETTING_KEY_STORE_PWD, tls.ownPassword().reveal());
            session.put(SSLSupport.SETTING_KEY_STORE_TYPE, PKCS12);
        });
    }

    /** The Camel component of venues that are simulated: it knows these configurations by name. */
    public static QuickfixjComponent component(Map<String, QuickfixjConfiguration> configurations) {
        return component(configurations, HeardMessages.Ear.GATHERS);
    }

    /**
     * The same, for whoever looks after the sessions themselves.
     *
     * @param ear told of each session before it connects, and of all that happens to it
     */
    static QuickfixjComponent component(Map<String, QuickfixjConfiguration> configurations, HeardMessages.Ear ear) {
        var component = new HeardMessages(ear);
        component.setConfigurations(configurations);
        component.setLogFactory(new FixLogFactory());
        component.setMessageStoreFactory(new SessionStores(configurations.values()));
        component.setMessageFactory(new quickfix.fix44.MessageFactory()); // the default one loads every FIX version
        return component;
    }

    private static Map<Object, Object> common(Path storeFolder) {
        Map<Object, Object> common = new HashMap<>();
        common.put(Session.SETTING_START_TIME, "00:00:00");
        common.put(Session.SETTING_END_TIME, "00:00:00");
        common.put(Session.SETTING_USE_DATA_DICTIONARY, "Y");
        common.put(Session.SETTING_DATA_DICTIONARY, "FIX44.xml");
        common.put(Session.SETTING_PERSIST_MESSAGES, "Y");
        common.put(Session.SETTING_CHECK_LATENCY, "N");
        common.put(Session.SETTING_LOGON_TIMEOUT, "10");
        common.put(Session.SETTING_VALIDATE_INCOMING_MESSAGE, "N"); // what comes is of this very program
        common.put(SessionStores.MAPPED, storeFolder.toString());
        return common;
    }
}
