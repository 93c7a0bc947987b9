package dev.vesper.adapters.api.server;

import dev.vesper.basics.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * What proves to a browser that it speaks with us: a certificate, its key, and the names it is good for.
 *
 * @param names as they may stand in an address, in lower case
 * @param chain the certificate, and those that vouch for it
 */
public record ServerCertificate(List<String> names, List<X509Certificate> chain, PrivateKey key) {
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";
    private static final int DNS = 2;
    private static final int ADDRESS = 7;

    public ServerCertificate {
        names = List.copyOf(names);
        chain = List.copyOf(chain);
    }

    /**
     * Reads both from PEM files.
     *
     * @param certificate the certificate first, then those that vouch for it
     * @param key PKCS #8, not encrypted
     * @throws Problem of kind INPUT where a file is unreadable, they do not belong together, or no name is in the certificate
     */
    public static ServerCertificate read(Path certificate, Path key) {
        List<X509Certificate> chain = chain(certificate);
        PublicKey proves = chain.getFirst().getPublicKey();
        PrivateKey secret = key(key, proves.getAlgorithm());
        if (!belong(secret, proves)) {
            throw Problem.usage("Expected " + key + " to be the key of " + certificate + ", but it is another one's");
        }
        List<String> names = names(chain.getFirst());
        if (names.isEmpty()) {
            throw Problem.usage(
                    "Expected " + certificate + " to name what it is for (subjectAltName), but it names nothing;"
                            + " browsers take no such certificate");
        }
        return new ServerCertificate(names, chain, secret);
    }

    private static List<X509Certificate> chain(Path file) {
        List<X509Certificate> chain = new ArrayList<>();
        try {
            for (Certificate one : CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(bytes(file)))) {
                chain.add((X509Certificate) one);
            }
        } catch (CertificateException e) {
            throw Problem.usage("Expected " + file + " to hold a certificate in PEM, but " + e.getMessage());
        }
        if (chain.isEmpty()) {
            throw Problem.usage("Expected " + file + " to hold a certificate in PEM, but it holds none");
        }
        return chain;
    }

    private static PrivateKey key(Path file, String algorithm) {
        String text = new String(bytes(file), StandardCharsets.ISO_8859_1);
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw Problem.usage("Expected " + file + " to hold a line " + BEGIN
                    + ", but it does not; maybe it is in another form: openssl pkcs8 -topk8 -nocrypt -in " + file
                    + " writes this one");
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(text.substring(begin + BEGIN.length(), end));
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // its message could hold a part of the key
            throw Problem.usage("Expected " + file + " to hold a key for " + algorithm + ", but it cannot be read");
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw Problem.usage("Expected to read " + file + ", but " + e);
        }
    }

    private static boolean belong(PrivateKey secret, PublicKey proves) {
        byte[] said = "who we are".getBytes(StandardCharsets.US_ASCII);
        try {
            Signature signature = Signature.getInstance(
                    switch (proves.getAlgorithm()) {
                        case "RSA" -> "SHA256withRSA";
                        case "EC" -> "SHA256withECDSA";
                        default -> proves.getAlgorithm();
                    });
            signature.initSign(secret);
            signature.update(said);
            byte[] signed = signature.sign();
            signature.initVerify(proves);
            signature.update(said);
            return signature.verify(signed);
        } catch (GeneralSecurityException another) {
            return false;
        }
    }

    private static List<String> names(X509Certificate certificate) {
        List<String> names = new ArrayList<>();
        try {
            var all = certificate.getSubjectAlternativeNames();
            for (List<?> name : all == null ? List.<List<?>>of() : all) {
                String text = String.valueOf(name.get(1)).toLowerCase(Locale.ROOT);
                if (name.getFirst().equals(DNS)) {
                    names.add(text);
                } else if (name.getFirst().equals(ADDRESS)) {
                    names.add(HostNames.literal(InetAddress.ofLiteral(text)));
                }
            }
        } catch (CertificateException e) {
            throw Problem.usage("Expected the names of a certificate, but " + e.getMessage());
        }
        return names;
    }

    /** For a server: in memory, under this password. */
    KeyStore store(char[] password) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, password);
            store.setKeyEntry("vesper", key, password, chain.toArray(X509Certificate[]::new));
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("Expected a key store in memory", e);
        }
    }

    /** Nothing of the key. */
    @Override
    public String toString() {
        return "ServerCertificate" + names;
    }
}
