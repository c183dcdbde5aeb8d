package matinee.server.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GcsAddressTest {
  private static final URI GOOGLE = URI.create("https://storage.googleapis.com");
  private static final GcsAccount MACHINE = new MachineAccount("metadata.google.internal");

  @TempDir private Path folder;
  private GoogleTokens google;
  private Map<String, String> withKey;

  @BeforeEach
  void start() throws IOException {
    google = new GoogleTokens();
    var file = google.keyFile(folder.resolve("key.json"));
    withKey = Map.of("GOOGLE_APPLICATION_CREDENTIALS", file.toString());
  }

  @AfterEach
  void stop() {
    google.close();
  }

  private static Optional<StoreAddress> parsed(String text) {
    return StoreAddress.parse(text, Map.of());
  }

  @Test
  void a_bucket_is_asked_as_this_machine_where_no_key_is_named() {
    assertThat(parsed("gs://films/cinema/night"))
        .contains(
            new GcsAddress("films", "cinema/night/", GOOGLE, StoreAddress.Readers.SERVED, MACHINE));
  }

  @Test
  void a_bucket_may_be_at_other_servers_and_readers_sent_there_by_a_key() {
    assertThat(
            StoreAddress.parse("gs://films?endpoint=https://gcs.example.org&readers=sent", withKey))
        .contains(
            new GcsAddress(
                "films",
                "",
                URI.create("https://gcs.example.org"),
                StoreAddress.Readers.SENT,
                google.account()));
  }

  @Test
  void readers_can_be_sent_there_only_by_a_key() {
    assertThatThrownBy(() -> parsed("gs://films?readers=sent"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "has readers=sent, for which addresses are signed by the key of a service account: name"
                + " the file of one in the environment as GOOGLE_APPLICATION_CREDENTIALS, or leave"
                + " readers=sent out");
  }

  @Test
  void its_text_tells_where_it_is_and_no_key() {
    assertThat(parsed("gs://films").map(Object::toString)).contains("gs://films/");
    assertThat(StoreAddress.parse("gs://films/a?endpoint=http://127.0.0.1:9", withKey))
        .map(Object::toString)
        .contains("gs://films/a/ at http://127.0.0.1:9");
  }
}
