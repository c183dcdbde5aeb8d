package matinee.server.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StoreAddressTest {
  private static final Map<String, String> KEYS =
      Map.of("AWS_ACCESS_KEY_ID", "id", "AWS_SECRET_ACCESS_KEY", "hidden");

  @Test
  void a_folder_is_no_address() {
    assertThat(StoreAddress.parse("folder", KEYS)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          disk                              | is no store: write folder, s3://
          https://films                     | gs://BUCKET/PREFIX for Google Cloud Storage
          gs:films                          | is no store
          s3://id:hidden@films?region=a     | as AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY
          gs://hidden@films                 | as GOOGLE_APPLICATION_CREDENTIALS, which names the file
          s3://F?region=a                   | is no name of a bucket: write s3://BUCKET/PREFIX
          gs://F                            | is no name of a bucket: write gs://BUCKET/PREFIX
          s3://films                        | needs a region or an endpoint
          s3://films?zone=a                 | does not know 'zone'
          gs://films?region=a               | does not know 'region'
          s3://films?region=a&readers=all   | has readers that are neither served nor sent
          s3://films?endpoint=ftp://x       | has the endpoint 'ftp://x'
          gs://films/a%20b                  | is no prefix
          """)
  void what_makes_no_sense_is_told(String text, String told) {
    assertThatThrownBy(() -> StoreAddress.parse(text, KEYS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(told)
        .message()
        .doesNotContain("hidden");
  }
}
