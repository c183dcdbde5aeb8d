package matinee.server.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import matinee.server.accounts.AccessTokens.Claim;
import matinee.server.sql.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is taken for an access token, and all that is not.
final class AccessTokensTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_790_000_000);
  private static final Claim CLAIM =
      new Claim(new AccountId("7iyoMbb5z-srTrJzd1K47A"), new DeviceId("MsQXIwtLsUOA_GKQv1oKUA"));

  @TempDir private Path folder;
  private Database database;
  private SigningKeys keys;
  private AccessTokens tokens;
  private ECKey key;

  @BeforeEach
  void open() {
    database = Database.open(folder.resolve("matinee.db").toString(), (_, _) -> {});
    keys = new SigningKeys(database, new SecureRandom());
    tokens = new AccessTokens(keys);
    key = keys.key();
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static Map<String, Object> changed(
      Map<String, Object> fields, UnaryOperator<Map<String, Object>> change) {
    return change.apply(new LinkedHashMap<>(fields));
  }

  private static UnaryOperator<Map<String, Object>> with(String name, Object value) {
    return fields -> {
      fields.put(name, value);
      return fields;
    };
  }

  private static UnaryOperator<Map<String, Object>> without(String name) {
    return fields -> {
      fields.remove(name);
      return fields;
    };
  }

  private Map<String, Object> header() {
    return Map.of("alg", "ES256", "typ", "at+jwt", "kid", key.getKeyID());
  }

  private static Map<String, Object> claims() {
    return Map.of(
        "iss",
        "matinee",
        "aud",
        "matinee",
        "sub",
        CLAIM.account().value(),
        "sid",
        CLAIM.device().value(),
        "iat",
        NOW.getEpochSecond(),
        "exp",
        NOW.getEpochSecond() + 600);
  }

  private static String part(Map<String, Object> fields) {
    return Base64URL.encode(new Payload(fields).toString()).toString();
  }

  /// Signs with our own key whatever the header says.
  private String signed(Map<String, Object> header, Map<String, Object> claims) throws Exception {
    return signed(key, part(header) + "." + part(claims));
  }

  private static String signed(ECKey by, String what) throws Exception {
    var es256 = new JWSHeader(JWSAlgorithm.ES256);
    return what + "." + new ECDSASigner(by).sign(es256, what.getBytes(UTF_8));
  }

  private String ofHeader(UnaryOperator<Map<String, Object>> change) throws Exception {
    return signed(changed(header(), change), claims());
  }

  private String ofClaims(UnaryOperator<Map<String, Object>> change) throws Exception {
    return signed(header(), changed(claims(), change));
  }

  /// The public key as a text, taken for the secret of a MAC.
  private String macOfPublicKey() throws Exception {
    var header =
        new JWSHeader.Builder(JWSAlgorithm.HS256)
            .type(new JOSEObjectType("at+jwt"))
            .keyID(key.getKeyID())
            .build();
    var what = Base64URL.encode(header.toString()) + "." + part(claims());
    var secret = key.toPublicJWK().toJSONString().getBytes(UTF_8);
    return what + "." + new MACSigner(secret).sign(header, what.getBytes(UTF_8));
  }

  private Map<String, String> badHeaders(String good) throws Exception {
    var parts = good.split("\\.");
    var claims = part(claims());
    var other = new ECKeyGenerator(Curve.P_256).keyID(key.getKeyID()).generate();
    var bad = new LinkedHashMap<String, String>();
    for (var alg : List.of("none", "None", "NONE", "nOnE", "HS256", "RS256", "ES384", "es256")) {
      bad.put("alg " + alg, ofHeader(with("alg", alg)));
    }
    bad.put("alg none, no signature", part(Map.of("alg", "none")) + "." + claims + ".");
    bad.put("alg missing", ofHeader(without("alg")));
    bad.put("HS256 with the public key", macOfPublicKey());
    bad.put("signature blank", parts[0] + "." + parts[1] + ".");
    bad.put("signature zero", parts[0] + "." + parts[1] + "." + "A".repeat(86));
    bad.put("signature of another", signed(other, part(header()) + "." + claims));
    bad.put("signature cut", good.substring(0, good.length() - 1));
    bad.put("signature with a space in it", good.substring(0, good.length() - 2) + " " + "AA");
    bad.put("signature padded", good + "==");
    bad.put("kid missing", ofHeader(without("kid")));
    bad.put("kid unknown", ofHeader(with("kid", "A".repeat(22))));
    bad.put("kid empty", ofHeader(with("kid", "")));
    bad.put("kid a path", ofHeader(with("kid", "../../../../dev/null")));
    bad.put("kid SQL", ofHeader(with("kid", "' or '1'='1")));
    bad.put("kid an address", ofHeader(with("kid", "https://evil.example/key")));
    bad.put("kid a number", ofHeader(with("kid", 1)));
    bad.put("jku", ofHeader(with("jku", "https://evil.example/jwks.json")));
    bad.put("x5u", ofHeader(with("x5u", "https://evil.example/chain.pem")));
    bad.put("x5c", ofHeader(with("x5c", List.of("MIIB"))));
    var embedded = changed(header(), with("jwk", other.toPublicJWK().toJSONObject()));
    bad.put("jwk of another", signed(other, part(embedded) + "." + claims));
    bad.put("crit", ofHeader(with("crit", List.of("exp"))));
    bad.put("crit empty", ofHeader(with("crit", List.of())));
    bad.put("b64", ofHeader(with("b64", false)));
    bad.put("zip", ofHeader(with("zip", "DEF")));
    bad.put("cty", ofHeader(with("cty", "JWT")));
    bad.put("typ JWT", ofHeader(with("typ", "JWT")));
    bad.put("typ missing", ofHeader(without("typ")));
    bad.put("typ of ID tokens", ofHeader(with("typ", "id+jwt")));
    return bad;
  }

  private Map<String, String> badClaims() throws Exception {
    long now = NOW.getEpochSecond();
    var bad = new LinkedHashMap<String, String>();
    bad.put("iss of another", ofClaims(with("iss", "matinee.example")));
    bad.put("iss missing", ofClaims(without("iss")));
    bad.put("aud of another", ofClaims(with("aud", "someone")));
    bad.put("aud of us and another", ofClaims(with("aud", List.of("matinee", "someone"))));
    bad.put("aud missing", ofClaims(without("aud")));
    bad.put("sub missing", ofClaims(without("sub")));
    bad.put("sub a number", ofClaims(with("sub", 7)));
    bad.put("sid missing", ofClaims(without("sid")));
    bad.put("sid a list", ofClaims(with("sid", List.of("a"))));
    bad.put("exp missing", ofClaims(without("exp")));
    bad.put("exp now", ofClaims(with("exp", now)));
    bad.put("exp long ago", ofClaims(with("exp", 1)));
    bad.put("exp text", ofClaims(with("exp", "tomorrow")));
    bad.put("nbf in the future", ofClaims(with("nbf", now + 1)));
    bad.put("claims a list", signed(key, part(header()) + "." + Base64URL.encode("[]")));
    bad.put("claims no JSON", signed(key, part(header()) + "." + Base64URL.encode("{\"exp\"")));
    bad.put("too long", ofClaims(with("more", "x".repeat(2_048))));
    bad.put("a megabyte", ofClaims(with("more", "x".repeat(1_000_000))));
    return bad;
  }

  private static Map<String, String> badForms(String good) {
    var parts = good.split("\\.");
    var bad = new LinkedHashMap<String, String>();
    bad.put("empty", "");
    bad.put("dots", "..");
    bad.put("one part", parts[0]);
    bad.put("two parts", parts[0] + "." + parts[1]);
    bad.put("four parts", good + "." + parts[2]);
    bad.put("five parts", good + "." + parts[2] + "." + parts[2]);
    bad.put("many dots", ".".repeat(2_000));
    bad.put("a space before", " " + good);
    bad.put("a line feed after", good + "\n");
    bad.put("a NUL after", good + "\0");
    bad.put("other claims", parts[0] + "." + part(Map.of("sub", "somebody")) + "." + parts[2]);
    bad.put("JSON", "{\"payload\":\"" + parts[1] + "\"}");
    return bad;
  }

  @Test
  void a_token_says_who_is_signed_in_and_where_for_ten_minutes() {
    var token = tokens.issue(CLAIM, NOW);

    assertThat(tokens.verify(token, NOW)).hasValue(CLAIM);
    assertThat(tokens.verify(token, NOW.plus(Duration.ofMinutes(10)).minusMillis(1)))
        .hasValue(CLAIM);
    assertThat(tokens.verify(token, NOW.plus(Duration.ofMinutes(10)))).isEmpty();
  }

  @Test
  void another_server_of_the_same_database_knows_it() {
    var token = tokens.issue(CLAIM, NOW);

    var elsewhere = new AccessTokens(new SigningKeys(database, new SecureRandom()));

    assertThat(elsewhere.verify(token, NOW)).hasValue(CLAIM);
  }

  @Test
  void it_has_what_it_is_said_to_have_and_nothing_else() throws Exception {
    var parts = tokens.issue(CLAIM, NOW).split("\\.");

    var header = JSONObjectUtils.parse(new Base64URL(parts[0]).decodeToString());
    var claims = JSONObjectUtils.parse(new Base64URL(parts[1]).decodeToString());

    assertThat(header).isEqualTo(header());
    assertThat(claims).isEqualTo(claims());
  }

  @Test
  void put_together_by_hand_with_our_key_it_is_taken_so_what_follows_is_refused_for_its_fault()
      throws Exception {
    assertThat(tokens.verify(signed(header(), claims()), NOW)).hasValue(CLAIM);
    assertThat(tokens.verify(ofClaims(with("nbf", NOW.getEpochSecond())), NOW)).hasValue(CLAIM);
  }

  @Test
  @Tag("A-02")
  void everything_else_is_refused() throws Exception {
    var good = tokens.issue(CLAIM, NOW);
    var bad = new LinkedHashMap<String, String>();
    bad.putAll(badHeaders(good));
    bad.putAll(badClaims());
    bad.putAll(badForms(good));

    var taken = new LinkedHashMap<>(bad);
    taken.values().removeIf(token -> tokens.verify(token, NOW).isEmpty());

    assertThat(bad).hasSizeGreaterThan(60);
    assertThat(taken).isEmpty();
  }
}
