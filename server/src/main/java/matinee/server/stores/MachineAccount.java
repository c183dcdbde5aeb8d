package matinee.server.stores;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Map;

/// The account that Google gave the machine on which this runs; its metadata server at `host` hands
/// out tokens without a key.
record MachineAccount(String host) implements GcsAccount {
  private static final String FLAVOR = "Metadata-Flavor";
  private static final String GOOGLE = "Google";

  /// `environment` may name another metadata server, as for all programs that ask Google.
  static MachineAccount in(Map<String, String> environment) {
    return new MachineAccount(
        environment.getOrDefault("GCE_METADATA_HOST", "metadata.google.internal").strip());
  }

  @Override
  public AccessToken fetch(Instant now) throws StoreAway {
    var address =
        URI.create(
            "http://" + host + "/computeMetadata/v1/instance/service-accounts/default/token");
    try {
      var answer = HttpQuestion.of("GET", address).with(FLAVOR, GOOGLE).ask();
      var text = answer.text();
      if (answer.status() == 200 && answer.header(FLAVOR).filter(GOOGLE::equals).isPresent()) {
        return AccessToken.of(text, now);
      }
      throw new IOException("the metadata server answers " + answer.status());
    } catch (IOException e) {
      throw new StoreAway(
          "this machine has no account at Google that gets tokens: give it one, or name the file of"
              + " a service account's key in the environment as "
              + KEY_FILE,
          e);
    }
  }

  @Override
  public String toString() {
    return "the account of this machine";
  }
}
