package dev.vesper.adapters.console;

import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser without scripts: it keeps cookies, and finds the token of the form it was shown. */
public final class FormBrowser implements AutoCloseable {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final int port;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private String shown = "";

    public FormBrowser(int port) {
        this.port = port;
    }

    /** The newest page with a form. */
    public String shown() {
        return shown;
    }

    public CookieManager cookies() {
        return cookies;
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> said =
                client.send(request.timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.ofString());
        if (TOKEN.matcher(said.body()).find()) {
            shown = said.body();
        }
        return said;
    }

    public HttpResponse<String> get(String path) throws Exception {
        return send(to(path));
    }

    public HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    public String token() {
        Matcher found = TOKEN.matcher(shown);
        return found.find() ? found.group(1) : "";
    }

    /** A form as it is sent, without the token unless that is a field. */
    public HttpRequest.Builder form(String path, String... fields) {
        List<String> said = new ArrayList<>();
        for (int i = 0; i < fields.length; i += 2) {
            said.add(fields[i] + "=" + URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return to(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("&", said)));
    }

    public HttpResponse<String> signIn(String name, String password) throws Exception {
        get("/console/sign-in");
        return send(form("/console/sign-in", "_csrf", token(), "name", name, "password", password));
    }

    /** Sends a form with the token of the newest page with one. */
    public HttpResponse<String> post(String path, String... fields) throws Exception {
        List<String> all = new ArrayList<>(List.of("_csrf", token()));
        all.addAll(List.of(fields));
        return send(form(path, all.toArray(String[]::new)));
    }

    public HttpCookie cookie(String start) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().startsWith(start))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        client.close();
    }
}
