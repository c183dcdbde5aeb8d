package matinee.server.stores;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What refusals of Google Cloud Storage mean, and what to do about them; in words for whoever runs
/// the server, without any key.
final class GcsRefusals {
  private GcsRefusals() {}

  /// What an answer of `status` with `body` is thrown as.
  static IOException of(GcsAddress address, int status, String body) {
    var message = message(body);
    var told = new IOException(status + " " + message);
    return switch (status) {
      case 404 ->
          message.contains("bucket does not exist")
              ? noBucket(address, told)
              : missing(address, told);
      case 401 ->
          new StoreAway(
              address + " does not know " + address.account() + ": make a new key of it", told);
      case 403 -> new StoreAway(address + forbidden(address, message), told);
      default -> new StoreAway((address + " answers " + status + " " + message).strip(), told);
    };
  }

  static StoreAway noBucket(GcsAddress address, Throwable cause) {
    return new StoreAway(address + ": there is no such bucket. Make it, or correct --store", cause);
  }

  private static IOException missing(GcsAddress address, IOException told) {
    var missing = new NoSuchFileException("a film of " + address);
    missing.initCause(told);
    return missing;
  }

  private static String forbidden(GcsAddress address, String message) {
    return message.contains("scope")
        ? " does not allow it: let this machine have the access scope of storage that reads and"
            + " writes (storage-rw)"
        : " does not allow it: "
            + address.account()
            + " must be let list the bucket, and read, write and delete what is in it"
            + " (roles/storage.objectUser)";
  }

  /// As which of `rights` are missing, each as Google calls it.
  static StoreAway lacking(GcsAddress address, Set<String> rights) {
    return new StoreAway(
        address + forbidden(address, ""), new IOException(String.join(", ", rights)));
  }

  static StoreAway unreachable(GcsAddress address, IOException why) {
    return new StoreAway(
        address + " cannot be reached: check whether this machine may connect to it", why);
  }

  private static String message(String body) {
    try {
      return JsonMapper.shared().readTree(body).path("error").path("message").asString("");
    } catch (JacksonException _) {
      return "";
    }
  }
}
