package matinee.server.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class S3AddressTest {
  private static final Map<String, String> KEYS =
      Map.of("AWS_ACCESS_KEY_ID", "id", "AWS_SECRET_ACCESS_KEY", "hidden");

  private static Optional<S3Address> parsed(String text) {
    return S3Address.parse(text, KEYS);
  }

  @Test
  void a_folder_is_no_address() {
    assertThat(parsed("folder")).isEmpty();
  }

  @Test
  void a_bucket_at_amazon_has_a_region() {
    assertThat(parsed("s3://films/cinema/night?region=eu-central-1"))
        .contains(
            new S3Address(
                "films",
                "cinema/night/",
                Optional.empty(),
                "eu-central-1",
                S3Address.Readers.SERVED,
                new S3Address.Keys("id", "hidden")));
  }

  @Test
  void a_bucket_elsewhere_has_an_endpoint_and_readers_may_be_sent_there() {
    assertThat(parsed("s3://films?endpoint=https://s3.example.org:9000&readers=sent"))
        .contains(
            new S3Address(
                "films",
                "",
                Optional.of(URI.create("https://s3.example.org:9000")),
                "us-east-1",
                S3Address.Readers.SENT,
                new S3Address.Keys("id", "hidden")));
  }

  @Test
  void no_text_of_it_tells_a_key() {
    assertThat(parsed("s3://films?region=eu-central-1").orElseThrow().toString())
        .isEqualTo("s3://films/");
    assertThat(parsed("s3://films?region=eu-central-1").orElseThrow().keys().toString())
        .isEqualTo("keys");
  }

  @Test
  void keys_that_are_not_in_the_environment_are_asked_for() {
    assertThatThrownBy(() -> S3Address.parse("s3://films?region=a", Map.of()))
        .hasMessage(
            "needs AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the environment, and"
                + " AWS_ACCESS_KEY_ID is not there");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          disk                              | is no store
          https://films                     | is no store
          s3://id:hidden@films?region=a     | holds keys
          s3://F?region=a                   | is no name of a bucket
          s3://films                        | needs a region or an endpoint
          s3://films?zone=a                 | does not know 'zone'
          s3://films?region=a&readers=all   | has readers that are neither served nor sent
          s3://films?endpoint=ftp://x       | has the endpoint 'ftp://x'
          s3://films/a%20b?region=a         | is no prefix
          """)
  void what_makes_no_sense_is_told(String text, String told) {
    assertThatThrownBy(() -> parsed(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(told)
        .message()
        .doesNotContain("hidden");
  }
}
