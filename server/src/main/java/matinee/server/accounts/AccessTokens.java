package matinee.server.accounts;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Access tokens: signed statements of this database's servers that a device is signed in to an
/// account, good for ten minutes (JWT, RFC 7519; ES256; typ of RFC 9068). Says nothing of whether
/// the device has been signed out since. Safe for use by any thread.
final class AccessTokens {
  static final Duration LIFETIME = Duration.ofMinutes(10);

  private static final int MAX_LENGTH = 2_048;
  private static final String US = "matinee";
  private static final String DEVICE = "sid";
  private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");

  /// Three parts, the last as long as a signature on P-256 is. Decoders pass over what stands
  /// between the letters.
  private static final Pattern FORM =
      Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]{86}");

  private final SigningKeys keys;

  /// Who is said to be signed in, and where.
  record Claim(AccountId account, DeviceId device) {}

  AccessTokens(SigningKeys keys) {
    this.keys = keys;
  }

  /// A token that says so from `now` on.
  String issue(Claim claim, Instant now) {
    var key = keys.key();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(US)
            .audience(US)
            .subject(claim.account().value())
            .claim(DEVICE, claim.device().value())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFETIME)))
            .build();
    var token = new SignedJWT(header(key), claims);
    try {
      token.sign(new ECDSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("signing an access token", e);
    }
    return token.serialize();
  }

  /// What `token` says, if it is one of ours and good at `now`.
  Optional<Claim> verify(String token, Instant now) {
    if (token.length() > MAX_LENGTH || !FORM.matcher(token).matches()) {
      return Optional.empty();
    }
    try {
      var parsed = SignedJWT.parse(token);
      return isOurs(parsed) ? claim(parsed, now) : Optional.empty();
    } catch (ParseException | JOSEException _) {
      return Optional.empty();
    }
  }

  private boolean isOurs(SignedJWT token) throws ParseException, JOSEException {
    var key = keys.key();
    var header = token.getParsedParts()[0].decodeToString();
    return JSONObjectUtils.parse(header).equals(header(key).toJSONObject())
        && token.verify(new ECDSAVerifier(key.toECPublicKey()));
  }

  /// What a header has, and nothing besides: what names another key, or wants to be understood, is
  /// not for us.
  private static JWSHeader header(ECKey key) {
    return new JWSHeader.Builder(JWSAlgorithm.ES256).type(TYPE).keyID(key.getKeyID()).build();
  }

  private static Optional<Claim> claim(SignedJWT token, Instant now) throws ParseException {
    var claims = token.getJWTClaimsSet();
    var subject = JSONObjectUtils.getString(token.getPayload().toJSONObject(), "sub");
    var account = Optional.ofNullable(subject); // the claims would take a number for a text
    var device = Optional.ofNullable(claims.getStringClaim(DEVICE));
    var end = Optional.ofNullable(claims.getExpirationTime());
    var beginning = Optional.ofNullable(claims.getNotBeforeTime());
    boolean isGood =
        US.equals(claims.getIssuer())
            && List.of(US).equals(claims.getAudience())
            && end.filter(it -> now.isBefore(it.toInstant())).isPresent()
            && beginning.filter(it -> now.isBefore(it.toInstant())).isEmpty();
    return isGood
        ? account.flatMap(
            who -> device.map(where -> new Claim(new AccountId(who), new DeviceId(where))))
        : Optional.empty();
  }
}
