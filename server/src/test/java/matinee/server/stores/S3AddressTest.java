package matinee.server.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class S3AddressTest {
  private static final Map<String, String> KEYS =
      Map.of("AWS_ACCESS_KEY_ID", "id", "AWS_SECRET_ACCESS_KEY", "hidden");

  private static Optional<StoreAddress> parsed(String text) {
    return StoreAddress.parse(text, KEYS);
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
                StoreAddress.Readers.SERVED,
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
                StoreAddress.Readers.SENT,
                new S3Address.Keys("id", "hidden")));
  }

  @Test
  void no_text_of_it_tells_a_key() {
    assertThat(parsed("s3://films?region=eu-central-1").map(Object::toString))
        .contains("s3://films/");
    assertThat(new S3Address.Keys("id", "hidden")).hasToString("keys");
  }

  @Test
  void keys_that_are_not_in_the_environment_are_asked_for() {
    assertThatThrownBy(() -> StoreAddress.parse("s3://films?region=a", Map.of()))
        .hasMessage(
            "needs AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the environment, and"
                + " AWS_ACCESS_KEY_ID is not there");
  }
}
