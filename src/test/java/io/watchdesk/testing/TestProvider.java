package io.watchdesk.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/**
 * A small OpenID Connect provider: discovery, authorization code with PKCE and nonce, signed id tokens, refresh, facts,
 * sign-out. It is as strict as a provider should be, and lies where a test tells it to. Nobody types a password here: whoever
 * {@link #signsIn} comes in.
 */
public final class TestProvider implements AutoCloseable {

    /** What this provider calls Watchdesk. */
    public static final String CLIENT = "watchdesk";

    /** The secret of {@link #CLIENT}. */
    public static final String SECRET = "known to both";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final RSAKey key;
    private final RSAKey foreignKey;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Object>> tokens = new ConcurrentHashMap<>();
    private final Set<String> lies = ConcurrentHashMap.newKeySet();
    private final List<URI> signOuts = new ArrayList<>();
    private volatile Map<String, Object> person = Map.of();

    private TestProvider(HttpServer server) throws Exception {
        this.server = server;
        this.key = new RSAKeyGenerator(2048).keyID("one").generate();
        this.foreignKey = new RSAKeyGenerator(2048).keyID("one").generate();
    }

    /** Starts one at a free port. */
    public static TestProvider start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
            TestProvider provider = new TestProvider(server);
            server.createContext("/", provider::answer);
            server.setExecutor(Executors.newCachedThreadPool(work -> {
                Thread thread = new Thread(work, "test-provider");
                thread.setDaemon(true);
                return thread;
            }));
            server.start();
            return provider;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Its issuer. */
    public String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** From now on this person is signed in here; null claims are left out. */
    public void signsIn(String name, Object groups) {
        Map<String, Object> claims = new HashMap<>();
        claims.put("sub", "subject of " + name);
        claims.put("preferred_username", name);
        claims.put("given_name", "Given");
        claims.put("family_name", "林 " + name);
        claims.put("email", name + "@sso.example.com");
        claims.put("groups", groups);
        claims.values().removeIf(java.util.Objects::isNull);
        person = claims;
    }

    /** Changes one claim of the person; null removes it. */
    public void says(String claim, Object value) {
        Map<String, Object> claims = new HashMap<>(person);
        claims.put(claim, value);
        claims.values().removeIf(java.util.Objects::isNull);
        person = claims;
    }

    /**
     * What it does wrong from now on, nothing more than these: {@code down}, {@code signature}, {@code nonce},
     * {@code audience}, {@code expired}, {@code issuer}, {@code none}, {@code denied}, {@code gone}.
     */
    public void lies(String... kinds) {
        lies.clear();
        lies.addAll(List.of(kinds));
    }

    /** Where browsers came to sign out. */
    public List<URI> signOuts() {
        return signOuts;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (lies.contains("down")) {
                reply(exchange, 503, "text/plain", "down");
                return;
            }
            switch (exchange.getRequestURI().getPath()) {
                case "/.well-known/openid-configuration" -> json(exchange, 200, metadata());
                case "/keys" -> reply(exchange, 200, "application/json", "{\"keys\":[" + key.toPublicJWK() + "]}");
                case "/authorize" -> authorize(exchange);
                case "/token" -> token(exchange);
                case "/userinfo" -> userinfo(exchange);
                case "/end" -> end(exchange);
                default -> reply(exchange, 404, "text/plain", "nothing here");
            }
        } catch (Exception failure) {
            reply(exchange, 500, "text/plain", failure.toString());
        }
    }

    private Map<String, Object> metadata() {
        return Map.of(
                "issuer", issuer(),
                "authorization_endpoint", issuer() + "/authorize",
                "token_endpoint", issuer() + "/token",
                "jwks_uri", issuer() + "/keys",
                "userinfo_endpoint", issuer() + "/userinfo",
                "end_session_endpoint", issuer() + "/end");
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = parameters(exchange.getRequestURI().getRawQuery());
        if (!CLIENT.equals(asked.get("client_id"))
                || !"code".equals(asked.get("response_type"))
                || !"S256".equals(asked.get("code_challenge_method"))
                || !asked.keySet().containsAll(List.of("state", "nonce", "code_challenge", "redirect_uri"))) {
            reply(exchange, 400, "text/plain", "not a good question: " + asked);
            return;
        }
        String code = UUID.randomUUID().toString();
        codes.put(code, asked);
        redirect(
                exchange,
                asked.get("redirect_uri") + (lies.contains("denied") ? "?error=access_denied" : "?code=" + code)
                        + "&state=" + encoded(asked.get("state")));
    }

    private void token(HttpExchange exchange) throws Exception {
        String secret = exchange.getRequestHeaders().getFirst("Authorization");
        String expected = "Basic "
                + Base64.getEncoder()
                        .encodeToString((encoded(CLIENT) + ":" + encoded(SECRET)).getBytes(StandardCharsets.UTF_8));
        if (!expected.equals(secret)) {
            json(exchange, 401, Map.of("error", "invalid_client"));
            return;
        }
        Map<String, String> asked =
                parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String nonce = null;
        if ("authorization_code".equals(asked.get("grant_type"))) {
            Map<String, String> question = codes.remove(asked.get("code"));
            if (question == null
                    || !question.get("redirect_uri").equals(asked.get("redirect_uri"))
                    || !question.get("code_challenge").equals(challenge(asked.get("code_verifier")))) {
                json(exchange, 400, Map.of("error", "invalid_grant"));
                return;
            }
            nonce = question.get("nonce");
        } else if (lies.contains("gone") || tokens.remove(asked.get("refresh_token")) == null) {
            json(exchange, 400, Map.of("error", "invalid_grant"));
            return;
        }
        String access = UUID.randomUUID().toString();
        String refresh = UUID.randomUUID().toString();
        tokens.put(access, person);
        tokens.put(refresh, person);
        json(
                exchange,
                200,
                Map.of(
                        "access_token",
                        access,
                        "refresh_token",
                        refresh,
                        "token_type",
                        "Bearer",
                        "expires_in",
                        60,
                        "scope",
                        "openid profile email",
                        "id_token",
                        idToken(nonce)));
    }

    private String idToken(String nonce) throws Exception {
        Instant now = Instant.now();
        Instant end = lies.contains("expired") ? now.minusSeconds(600) : now.plusSeconds(60);
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(lies.contains("issuer") ? "https://evil.example" : issuer())
                .audience(lies.contains("audience") ? "another" : CLIENT)
                .issueTime(Date.from(end.minusSeconds(120)))
                .expirationTime(Date.from(end))
                .claim("nonce", lies.contains("nonce") ? "guessed" : nonce);
        person.forEach(claims::claim);
        if (lies.contains("none")) {
            return new com.nimbusds.jwt.PlainJWT(claims.build()).serialize();
        }
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(), claims.build());
        token.sign(new RSASSASigner(lies.contains("signature") ? foreignKey : key));
        return token.serialize();
    }

    private void userinfo(HttpExchange exchange) throws IOException {
        String token = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))
                .replaceFirst("^Bearer ", "");
        if (tokens.containsKey(token)) {
            json(exchange, 200, Map.of("sub", person.get("sub"), "locale", "en"));
        } else {
            json(exchange, 401, Map.of("error", "invalid_token"));
        }
    }

    private void end(HttpExchange exchange) throws IOException {
        signOuts.add(exchange.getRequestURI());
        redirect(exchange, parameters(exchange.getRequestURI().getRawQuery()).get("post_logout_redirect_uri"));
    }

    private static String challenge(String verifier) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256")
                .digest(String.valueOf(verifier).getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> found = new HashMap<>();
        for (String pair : query.split("&")) {
            String[] parts = pair.split("=", 2);
            found.put(
                    URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                    parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return found;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void redirect(HttpExchange exchange, String address) throws IOException {
        exchange.getResponseHeaders().set("Location", address);
        exchange.sendResponseHeaders(302, -1);
    }

    private static void json(HttpExchange exchange, int status, Map<String, Object> body) throws IOException {
        reply(exchange, status, "application/json", JSON.writeValueAsString(body));
    }

    private static void reply(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
