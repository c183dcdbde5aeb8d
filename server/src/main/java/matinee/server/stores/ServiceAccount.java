package matinee.server.stores;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A service account of Google's and its RSA key, called `keyId` there. It gets tokens at `tokens`
/// for a statement that the key signs (RFC 7523).
record ServiceAccount(String email, String keyId, PrivateKey key, URI tokens)
    implements GcsAccount {
  /// The longest that Google takes.
  private static final Duration LIFETIME = Duration.ofHours(1);

  private static final String SCOPE = "https://www.googleapis.com/auth/devstorage.read_write";
  private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";

  /// What the file of a key says, as Google's console makes it. Throws `IllegalArgumentException`,
  /// which says what to do and tells nothing of what is in it.
  static ServiceAccount read(Path file) {
    try {
      var told = JsonMapper.shared().readTree(Files.readString(file));
      if ("service_account".equals(told.path("type").asString(""))) {
        return new ServiceAccount(
            filled(told, "client_email"),
            filled(told, "private_key_id"),
            key(filled(told, "private_key")),
            URI.create(filled(told, "token_uri")));
      }
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "needs the file " + file + ", which " + KEY_FILE + " names, and it cannot be read", e);
    } catch (JacksonException | GeneralSecurityException | IllegalArgumentException _) {
      // told below, without what is in the file
    }
    throw new IllegalArgumentException(
        "needs the key of a service account, and "
            + file
            + ", which "
            + KEY_FILE
            + " names, is none: make one in Google's console, under IAM, Service accounts, Keys, as"
            + " JSON");
  }

  private static String filled(JsonNode told, String name) {
    var text = told.path(name).asString("");
    if (text.isEmpty()) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return text;
  }

  private static PrivateKey key(String pem) throws GeneralSecurityException {
    var encoded = pem.replaceAll("-----(BEGIN|END) PRIVATE KEY-----|\\s", "");
    return KeyFactory.getInstance("RSA")
        .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(encoded)));
  }

  @Override
  public AccessToken fetch(Instant now) throws StoreAway {
    var form = "grant_type=" + encoded(GRANT) + "&assertion=" + encoded(statement(now));
    try {
      var answer =
          HttpQuestion.of("POST", tokens)
              .with("Content-Type", "application/x-www-form-urlencoded")
              .sending(form.getBytes(StandardCharsets.UTF_8))
              .ask();
      var text = answer.text();
      if (answer.status() == 200) {
        return AccessToken.of(text, now);
      }
      throw refused(answer.status(), text);
    } catch (StoreAway e) {
      throw e;
    } catch (IOException e) {
      throw new StoreAway(
          tokens + " gives no access token: check whether this machine may connect to it", e);
    }
  }

  private String statement(Instant now) {
    var header =
        new JWSHeader.Builder(JWSAlgorithm.RS256).type(JOSEObjectType.JWT).keyID(keyId).build();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(email)
            .audience(tokens.toString())
            .claim("scope", SCOPE)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFETIME)))
            .build();
    var statement = new SignedJWT(header, claims);
    try {
      statement.sign(new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("signing for an access token", e);
    }
    return statement.serialize();
  }

  /// Google tells a wrong clock and a wrong key by words alone.
  private StoreAway refused(int status, String answer) {
    var told = new IOException(status + " " + answer);
    if (status / 100 != 4) {
      return new StoreAway(tokens + " answers " + status, told);
    }
    return answer.contains("reasonable timeframe")
        ? new StoreAway("the clock of this machine is wrong: set it, best by NTP", told)
        : new StoreAway(
            "Google does not take the key of %s: make a new one of that account, and name its file as %s"
                .formatted(email, KEY_FILE),
            told);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return email;
  }
}
