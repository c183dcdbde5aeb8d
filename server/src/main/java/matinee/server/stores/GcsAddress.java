package matinee.server.stores;

import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;

/// A bucket of Google Cloud Storage at the servers of `endpoint`, and as whom it is asked. Whoever
/// reads a film goes there themselves, or comes through the server, as `readers` says; they can
/// only be sent there by an account whose key is here.
public record GcsAddress(
    String bucket, String prefix, URI endpoint, Readers readers, GcsAccount account)
    implements StoreAddress {
  static final AddressParts.Spelling SPELLING =
      new AddressParts.Spelling(
          "gs://BUCKET/PREFIX for Google Cloud Storage",
          Set.of("endpoint", "readers"),
          GcsAccount.KEY_FILE + ", which names the file of a key");

  private static final URI GOOGLE = URI.create("https://storage.googleapis.com");

  public GcsAddress {
    if (readers == Readers.SENT && account instanceof MachineAccount) {
      throw new IllegalArgumentException(
          "has readers=sent, for which addresses are signed by the key of a service account: name"
              + " the file of one in the environment as "
              + GcsAccount.KEY_FILE
              + ", or leave readers=sent out");
    }
  }

  static GcsAddress of(URI address, Map<String, String> environment) {
    var parts = AddressParts.of(address, SPELLING);
    return new GcsAddress(
        parts.bucket(),
        parts.prefix(),
        parts.endpoint().orElse(GOOGLE),
        parts.readers(),
        GcsAccount.in(environment));
  }

  @Override
  public Store open(long partBytes) {
    return new GcsStore(this, partBytes, GcsUpload.PAUSE, InstantSource.system());
  }

  @Override
  public String toString() {
    return "gs://" + bucket + "/" + prefix + (endpoint.equals(GOOGLE) ? "" : " at " + endpoint);
  }
}
