package matinee.server.stores;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import matinee.server.stores.SignedAddresses.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Signed addresses are those that Google publishes for testing (v4_signatures.json), as far as one
/// can say without the key: all but the signature is the same, and the published signature is one
/// of the text that is signed here.
final class SignedAddressesTest {
  private static final String SIGNATURE = "&X-Goog-Signature=";
  private static final Instant NOW = Instant.parse("2026-11-26T15:00:00Z");
  private static final JsonNode PUBLISHED = published();

  /// One published case. Its text is what it is about.
  record Vector(JsonNode told) {
    @Override
    public String toString() {
      return told.path("description").asString();
    }

    private String text(String name) {
      return told.path(name).asString();
    }
  }

  private static JsonNode published() {
    try (var file = SignedAddressesTest.class.getResourceAsStream("v4_signatures.json")) {
      return JsonMapper.shared().readTree(Optional.ofNullable(file).orElseThrow());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static List<Vector> vectors() {
    return StreamSupport.stream(PUBLISHED.path("vectors").spliterator(), false)
        .map(Vector::new)
        .toList();
  }

  private static ServiceAccount account(String email) throws IOException {
    try (var google = new GoogleTokens()) {
      var known = google.account();
      return new ServiceAccount(email, known.keyId(), known.key(), known.tokens());
    }
  }

  private static boolean isSigned(URI address, String text, PublicKey key)
      throws GeneralSecurityException {
    var whole = address.toString();
    var signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(key);
    signature.update(text.getBytes(UTF_8));
    return signature.verify(
        HexFormat.of().parseHex(whole.substring(whole.indexOf(SIGNATURE) + SIGNATURE.length())));
  }

  private static String unsigned(URI address) {
    return address.toString().substring(0, address.toString().indexOf(SIGNATURE));
  }

  private static String query(URI address) {
    return unsigned(address).substring(unsigned(address).indexOf('?') + 1);
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void an_address_is_as_google_publishes_it(Vector vector) throws Exception {
    var expected = URI.create(vector.text("expectedUrl"));
    var place = new Place(vector.text("bucket"), vector.text("object"));
    var settings =
        JsonMapper.shared().convertValue(vector.told().path("queryParameters"), Map.class);
    var moment = Instant.parse(vector.text("timestamp"));
    var good = Duration.ofSeconds(vector.told().path("expiration").asLong());
    var signed =
        new SignedAddresses(
            URI.create(vector.text("endpoint")), account(PUBLISHED.path("email").asString()));

    @SuppressWarnings("unchecked") // it is an object of texts
    var address = signed.of(place, (Map<String, String>) settings, moment, good);

    assertThat(unsigned(address)).isEqualTo(unsigned(expected));
    var key = Base64.getDecoder().decode(PUBLISHED.path("publicKey").asString());
    assertThat(
            isSigned(
                expected,
                signed.toSign(place, query(address), moment),
                KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(key))))
        .isTrue();
  }

  @Test
  void the_key_of_the_account_signs_it_and_a_name_of_letters_of_all_kinds_stands_in_it()
      throws Exception {
    try (var google = new GoogleTokens()) {
      var signed = new SignedAddresses(URI.create("https://gcs.example.org"), google.account());
      var place = new Place("films", "cinema/ä *~/film-1");

      var address =
          signed.of(
              place, Map.of("response-content-type", "video/webm"), NOW, Duration.ofMinutes(5));

      assertThat(unsigned(address))
          .isEqualTo(
              "https://gcs.example.org/films/cinema/%C3%A4%20%2A~/film-1"
                  + "?X-Goog-Algorithm=GOOG4-RSA-SHA256"
                  + "&X-Goog-Credential=films%40cinema.iam.gserviceaccount.com%2F20261126%2Fauto"
                  + "%2Fstorage%2Fgoog4_request"
                  + "&X-Goog-Date=20261126T150000Z"
                  + "&X-Goog-Expires=300"
                  + "&X-Goog-SignedHeaders=host"
                  + "&response-content-type=video%2Fwebm");
      assertThat(isSigned(address, signed.toSign(place, query(address), NOW), google.publicKey()))
          .isTrue();
    }
  }
}
