package matinee.server.accounts;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.text.ParseException;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import matinee.server.sql.Database;
import matinee.server.sql.Session;

/// The key by which all servers of a database sign, an EC key on P-256 (RFC 7518, section 6.2):
/// made when it is first wanted, and kept in the database. Blocks at its first use. Safe for use by
/// any thread.
final class SigningKeys {
  private static final int KID_BYTES = 16;
  private static final String ALGORITHM = "HmacSHA256";
  private static final String KEY = "select jwk from signing_key where number = 1";
  private static final String OFFER =
      "insert into signing_key (number, kid, jwk) values (1, ?, ?) on conflict (number) do nothing";

  private final Database database;
  private final SecureRandom chance;
  private volatile Optional<ECKey> known = Optional.empty();

  SigningKeys(Database database, SecureRandom chance) {
    this.database = database;
    this.chance = chance;
  }

  /// The key, with its private part.
  ECKey key() {
    var key = known.orElseGet(this::kept);
    known = Optional.of(key);
    return key;
  }

  /// What everybody may know of it, as a JWK set (RFC 7517, section 5).
  String publicKeys() {
    return new JWKSet(key().toPublicJWK()).toString();
  }

  /// Proof that `parts` were put together by this database's servers for `purpose`: 32 bytes. Each
  /// part has its length before it, so that no two lists look the same.
  byte[] prove(String purpose, byte[]... parts) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key().getD().decode(), ALGORITHM));
      feed(mac, purpose.getBytes(StandardCharsets.UTF_8));
      for (var part : parts) {
        feed(mac, part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  private static void feed(Mac mac, byte[] part) {
    mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
    mac.update(part);
  }

  private ECKey kept() {
    return parsed(database.read(SigningKeys::jwk).orElseGet(this::offer));
  }

  /// Of servers that start at once one is first, and its key is the key.
  private String offer() {
    var fresh = fresh();
    return database.write(
        session -> {
          var insert = session.statement(OFFER);
          insert.setString(1, fresh.getKeyID());
          insert.setString(2, fresh.toJSONString());
          insert.executeUpdate();
          return jwk(session)
              .orElseThrow(
                  () -> new SQLException("the signing key is not there although it was written"));
        });
  }

  private static Optional<String> jwk(Session session) throws SQLException {
    try (var rows = session.statement(KEY).executeQuery()) {
      return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
    }
  }

  private ECKey fresh() {
    try {
      return new ECKeyGenerator(Curve.P_256)
          .secureRandom(chance)
          .keyID(Opaque.text(Opaque.fresh(chance, KID_BYTES)))
          .algorithm(JWSAlgorithm.ES256)
          .keyUse(KeyUse.SIGNATURE)
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("every Java has keys on P-256", e);
    }
  }

  private static ECKey parsed(String jwk) {
    try {
      return ECKey.parse(jwk);
    } catch (ParseException e) {
      throw new IllegalStateException("the signing key in the database is no key", e);
    }
  }
}
