package matinee.server.stores;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import matinee.server.stores.StoreAddress.Readers;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A bucket of Google Cloud Storage, by its JSON API. A film is sent in one resumable upload; it is
/// there when the last part has come, and not before. What is left of a put that broke off is
/// nowhere to be seen, and Google forgets it after a week.
final class GcsStore implements Store {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int OK = 200;
  private static final int PARTIAL = 206;

  /// How long somebody who is sent to the store may begin to read there: players come to the server
  /// for each part.
  private static final Duration GOOD = Duration.ofMinutes(5);

  /// What is kept of a film with it, for those who read it from there.
  private static final byte[] DESCRIPTION =
      """
      {"contentType": "application/octet-stream", "cacheControl": "private, max-age=3600"}
      """
          .getBytes(StandardCharsets.UTF_8);

  /// What an account has to be let do.
  private static final Set<String> RIGHTS =
      Set.of(
          "storage.objects.create",
          "storage.objects.delete",
          "storage.objects.get",
          "storage.objects.list");

  /// How many uploads are begun for one film.
  private static final int UPLOADS = 2;

  private final GcsAddress address;
  private final GcsUpload.Pace pace;
  private final InstantSource clock;
  private final GcsTokens tokens;

  /// The store at `address`, to which films go in parts of `partBytes`, a multiple of 256 KiB, with
  /// a `pause` after what broke. Does not connect.
  GcsStore(GcsAddress address, long partBytes, Duration pause, InstantSource clock) {
    this.address = address;
    this.pace = new GcsUpload.Pace(partBytes, pause);
    this.clock = clock;
    this.tokens = new GcsTokens(address.account(), clock);
  }

  @Override
  public void check() throws IOException {
    var _ = page("&maxResults=1");
    checkRights();
  }

  /// Says at once what else would be told when the first film comes. A store that does not know the
  /// question is believed to allow everything.
  private void checkRights() throws IOException {
    var wanted =
        RIGHTS.stream().map(it -> "permissions=" + it).collect(Collectors.joining("&", "?", ""));
    var answer = reached(to("GET", bucket() + "/iam/testPermissions" + wanted)::ask);
    var told = reached(answer::text);
    if (answer.status() != OK) {
      return;
    }
    var lacking = new TreeSet<>(RIGHTS);
    parsed(told).path("permissions").forEach(it -> lacking.remove(it.asString("")));
    if (!lacking.isEmpty()) {
      throw GcsRefusals.lacking(address, lacking);
    }
  }

  @Override
  public void put(String name, Path part) throws IOException {
    long size = Files.size(part);
    for (int i = 0; i < UPLOADS; i++) {
      if (new GcsUpload(address, begin(name), part, size, pace).send()) {
        return;
      }
    }
    throw new StoreAway(address + " has not what was sent there", new IOException(name));
  }

  /// Begins to put the film called `name`, and no more, as a process does that ends then.
  URI begin(String name) throws IOException {
    var question =
        to("POST", "/upload" + bucket() + "/o?uploadType=resumable&name=" + key(name))
            .with("Content-Type", "application/json; charset=UTF-8")
            .sending(DESCRIPTION);
    return answered(question)
        .header("Location")
        .map(URI::create)
        .orElseThrow(() -> new StoreAway(address + " begins no upload", new IOException(name)));
  }

  @Override
  public boolean renamesParts() {
    return false;
  }

  @Override
  public Optional<Path> file(String name) {
    return Optional.empty();
  }

  @Override
  public Optional<URI> address(String name, String contentType) {
    return switch (address.account()) {
      case ServiceAccount account when address.readers() == Readers.SENT ->
          Optional.of(
              new SignedAddresses(address.endpoint(), account)
                  .of(
                      new SignedAddresses.Place(address.bucket(), address.prefix() + name),
                      Map.of("response-content-type", contentType),
                      clock.instant(),
                      GOOD));
      case ServiceAccount _, MachineAccount _ -> Optional.empty();
    };
  }

  @Override
  public InputStream read(String name, long first, long length) throws IOException {
    if (length == 0) {
      return InputStream.nullInputStream();
    }
    var range = "bytes=%d-%d".formatted(first, first + length - 1);
    var answer = answered(to("GET", object(name) + "?alt=media").with("Range", range));
    var stream = reached(answer::stream);
    if (answer.status() != PARTIAL) {
      stream.close();
      throw new StoreAway(
          address + " sends all of a film where a part was asked for", new IOException(name));
    }
    return stream;
  }

  @Override
  public OptionalLong size(String name) throws IOException {
    try {
      var object = json(to("GET", object(name) + "?fields=size"));
      return OptionalLong.of(object.path("size").asLong());
    } catch (NoSuchFileException _) {
      return OptionalLong.empty();
    }
  }

  @Override
  public void delete(String name) throws IOException {
    try {
      var _ = reached(answered(to("DELETE", object(name)))::text);
    } catch (NoSuchFileException _) {
      // it was not there
    }
  }

  @Override
  public Map<String, Long> list() throws IOException {
    var sizes = new TreeMap<String, Long>();
    var next = "";
    do {
      var page = page(next.isEmpty() ? "" : "&pageToken=" + encoded(next));
      for (var item : page.path("items")) {
        var name = item.path("name").asString().substring(address.prefix().length());
        sizes.put(name, item.path("size").asLong());
      }
      next = page.path("nextPageToken").asString("");
    } while (!next.isEmpty());
    return sizes;
  }

  private JsonNode page(String more) throws IOException {
    var place = bucket() + "/o?fields=items(name,size),nextPageToken&prefix=";
    try {
      return json(to("GET", place + encoded(address.prefix()) + more));
    } catch (NoSuchFileException e) {
      throw GcsRefusals.noBucket(address, e);
    }
  }

  private String bucket() {
    return "/storage/v1/b/" + address.bucket();
  }

  private String object(String name) {
    return bucket() + "/o/" + key(name);
  }

  private String key(String name) {
    return encoded(address.prefix() + name);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private HttpQuestion to(String method, String path) throws IOException {
    return HttpQuestion.of(method, URI.create(address.endpoint() + path))
        .with("Authorization", "Bearer " + tokens.token());
  }

  private JsonNode json(HttpQuestion question) throws IOException {
    return parsed(reached(answered(question)::text));
  }

  private JsonNode parsed(String text) throws StoreAway {
    try {
      return JSON.readTree(text);
    } catch (JacksonException e) {
      throw new StoreAway(address + " answers what is no JSON: check the endpoint", e);
    }
  }

  /// The answer to `question`, if it is that all is well; else throws what it means.
  private HttpAnswer answered(HttpQuestion question) throws IOException {
    var answer = reached(question::ask);
    if (answer.status() / 100 != 2) {
      throw GcsRefusals.of(address, answer.status(), reached(answer::text));
    }
    return answer;
  }

  @FunctionalInterface
  private interface Reaching<T> {
    T reach() throws IOException;
  }

  private <T> T reached(Reaching<T> reaching) throws StoreAway {
    try {
      return reaching.reach();
    } catch (IOException e) {
      throw GcsRefusals.unreachable(address, e);
    }
  }

  @Override
  public String toString() {
    return address.toString();
  }

  @Override
  public void close() {}
}
