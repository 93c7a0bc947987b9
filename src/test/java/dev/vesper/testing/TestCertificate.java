package dev.vesper.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate that vouches for itself, as PEM files, and the means to trust it alone.
 *
 * @param trusts for a client
 */
public record TestCertificate(Path certificate, Path key, SSLContext trusts) {
    private static final char[] PASSWORD = "changeit".toCharArray();

    /**
     * Makes one, by the JDK's keytool.
     *
     * @param algorithm for example {@code EC}
     * @param names as keytool says them, for example {@code dns:localhost,ip:127.0.0.1}; may be empty
     */
    public static TestCertificate make(Path folder, String algorithm, String names)
            throws IOException, GeneralSecurityException, InterruptedException {
        Path store = Files.createTempDirectory(folder, "certificate").resolve("store.p12");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                store.toString(),
                "-storepass",
                new String(PASSWORD),
                "-alias",
                "test",
                "-keyalg",
                algorithm,
                "-dname",
                "CN=test",
                "-J-XX:TieredStopAtLevel=1"));
        if (!names.isEmpty()) {
            command.addAll(List.of("-ext", "san=" + names));
        }
        int code = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException("keytool ended with " + code);
        }
        KeyStore made = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            made.load(in, PASSWORD);
        }
        X509Certificate certificate = (X509Certificate) made.getCertificate("test");
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("test", certificate);
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return new TestCertificate(
                pem(store, "CERTIFICATE", certificate.getEncoded()),
                pem(store, "PRIVATE KEY", made.getKey("test", PASSWORD).getEncoded()),
                context);
    }

    private static Path pem(Path beside, String word, byte[] der) throws IOException {
        return Files.writeString(
                beside.resolveSibling(word.toLowerCase(java.util.Locale.ROOT).replace(' ', '-') + ".pem"),
                "Made for a test\n-----BEGIN " + word + "-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + word
                        + "-----\n");
    }
}
