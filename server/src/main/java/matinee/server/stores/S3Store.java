package matinee.server.stores;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/// A bucket of whatever speaks S3. A film is sent in parts, one after the other, each read from the
/// disk as it is sent; it is there when the store has put them together, and not before. What is
/// left of a put that broke off is aborted by the next one of that film, or by its removal.
///
/// Sums that only newer Amazon servers know are not sent, for others refuse them.
public final class S3Store implements Store {
  private static final String TYPE = "application/octet-stream";
  private static final int NOT_FOUND = 404;
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration SILENCE = Duration.ofSeconds(30);

  /// How long a store may be silent while it puts the parts of a film together: some copy them.
  private static final Duration JOINING = Duration.ofMinutes(10);

  /// How long somebody who is sent to the store may begin to read there: players come to the server
  /// for each part.
  private static final Duration GOOD = Duration.ofMinutes(5);

  private static final String KEPT = "private, max-age=3600";

  /// How many parts a film may have; S3 takes 10,000.
  private static final int MAX_PARTS = 9_000;

  private final S3Address address;
  private final long partBytes;
  private final S3Client client;
  private final S3Client joining;
  private final S3Presigner presigner;

  /// The store at `address`, to which films go in parts of `partBytes`, which S3 wants to be 5 MiB
  /// or more. Does not connect.
  public S3Store(S3Address address, long partBytes) {
    this.address = address;
    this.partBytes = partBytes;
    var keys =
        StaticCredentialsProvider.create(
            AwsBasicCredentials.create(address.keys().id(), address.keys().secret()));
    client = client(keys, SILENCE);
    joining = client(keys, JOINING);
    presigner = presigner(keys);
  }

  private S3Client client(StaticCredentialsProvider keys, Duration silence) {
    var builder =
        S3Client.builder()
            .region(Region.of(address.region()))
            .credentialsProvider(keys)
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(CONNECT)
                    .socketTimeout(silence));
    address.endpoint().ifPresent(it -> builder.endpointOverride(it).forcePathStyle(true));
    return builder.build();
  }

  private S3Presigner presigner(StaticCredentialsProvider keys) {
    var inPath = S3Configuration.builder().pathStyleAccessEnabled(address.endpoint().isPresent());
    var builder =
        S3Presigner.builder()
            .region(Region.of(address.region()))
            .credentialsProvider(keys)
            .serviceConfiguration(inPath.build());
    address.endpoint().ifPresent(builder::endpointOverride);
    return builder.build();
  }

  public S3Address address() {
    return address;
  }

  @Override
  public void check() throws StoreAway {
    try {
      client.listObjectsV2(it -> it.bucket(address.bucket()).prefix(address.prefix()).maxKeys(1));
    } catch (SdkException e) {
      throw new StoreAway(Refusals.explained(address, e), e);
    }
  }

  @Override
  public void put(String name, Path part) throws IOException {
    long size = Files.size(part);
    var key = key(name);
    asked(
        () -> {
          abortAll(key);
          if (size <= partBytes) {
            client.putObject(
                it -> it.bucket(address.bucket()).key(key).contentType(TYPE), body(part, 0, size));
          } else {
            putInParts(key, part, size);
          }
          return key;
        });
    if (size(name).orElse(-1) != size) {
      throw new StoreAway(address + " has not what was sent there", new IOException(name));
    }
  }

  private void putInParts(String key, Path file, long size) {
    var upload = beginParts(key);
    try {
      long length = Math.max(partBytes, Math.ceilDiv(size, MAX_PARTS));
      var parts = new ArrayList<CompletedPart>();
      for (long first = 0; first < size; first += length) {
        parts.add(
            send(key, upload, parts.size() + 1, body(file, first, Math.min(length, size - first))));
      }
      joining.completeMultipartUpload(
          it ->
              it.bucket(address.bucket())
                  .key(key)
                  .uploadId(upload)
                  .multipartUpload(all -> all.parts(parts)));
    } catch (SdkException e) {
      abort(key, upload);
      throw e;
    }
  }

  /// Begins to put the film called `name`, and no more, as a process does that ends then.
  void begin(String name) {
    var _ = beginParts(key(name));
  }

  private String beginParts(String key) {
    return client
        .createMultipartUpload(it -> it.bucket(address.bucket()).key(key).contentType(TYPE))
        .uploadId();
  }

  private CompletedPart send(String key, String upload, int number, RequestBody body) {
    var sent =
        client.uploadPart(
            it -> it.bucket(address.bucket()).key(key).uploadId(upload).partNumber(number), body);
    return CompletedPart.builder().partNumber(number).eTag(sent.eTag()).build();
  }

  /// Read anew each time that it is asked for, since what failed is sent again.
  private static RequestBody body(Path file, long first, long length) {
    return RequestBody.fromContentProvider(() -> span(file, first, length), length, TYPE);
  }

  private static InputStream span(Path file, long first, long length) {
    try {
      var channel = FileChannel.open(file, StandardOpenOption.READ);
      return new Span(Channels.newInputStream(channel.position(first)), length);
    } catch (IOException e) {
      throw new UncheckedIOException("reading a film that is to be sent", e);
    }
  }

  private void abortAll(String key) {
    client.listMultipartUploads(it -> it.bucket(address.bucket()).prefix(key)).uploads().stream()
        .filter(it -> it.key().equals(key))
        .map(MultipartUpload::uploadId)
        .forEach(it -> abort(key, it));
  }

  private void abort(String key, String upload) {
    try {
      client.abortMultipartUpload(it -> it.bucket(address.bucket()).key(key).uploadId(upload));
    } catch (SdkException _) {
      // the next put or removal of this film does it
    }
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
    return switch (address.readers()) {
      case SERVED -> Optional.empty();
      case SENT -> Optional.of(signed(key(name), contentType));
    };
  }

  private URI signed(String key, String contentType) {
    var signed =
        presigner.presignGetObject(
            it ->
                it.signatureDuration(GOOD)
                    .getObjectRequest(
                        film ->
                            film.bucket(address.bucket())
                                .key(key)
                                .responseContentType(contentType)
                                .responseCacheControl(KEPT)));
    return URI.create(signed.url().toString());
  }

  @Override
  public InputStream read(String name, long first, long length) throws IOException {
    if (length == 0) {
      return InputStream.nullInputStream();
    }
    var range = "bytes=%d-%d".formatted(first, first + length - 1);
    var stream =
        asked(
            () -> client.getObject(it -> it.bucket(address.bucket()).key(key(name)).range(range)));
    return new Abortable(stream);
  }

  @Override
  public OptionalLong size(String name) throws IOException {
    try {
      return OptionalLong.of(
          asked(() -> client.headObject(it -> it.bucket(address.bucket()).key(key(name))))
              .contentLength());
    } catch (NoSuchFileException _) {
      return OptionalLong.empty();
    }
  }

  @Override
  public void delete(String name) throws IOException {
    var key = key(name);
    asked(
        () -> {
          abortAll(key);
          return client.deleteObject(it -> it.bucket(address.bucket()).key(key));
        });
  }

  @Override
  public Map<String, Long> list() throws IOException {
    return asked(
        () -> {
          var sizes = new TreeMap<String, Long>();
          client
              .listObjectsV2Paginator(it -> it.bucket(address.bucket()).prefix(address.prefix()))
              .contents()
              .forEach(it -> sizes.put(it.key().substring(address.prefix().length()), it.size()));
          return sizes;
        });
  }

  /// The names of films of which a put has begun and neither ended nor been aborted.
  public List<String> begun() throws IOException {
    return asked(
        () ->
            client
                .listMultipartUploadsPaginator(
                    it -> it.bucket(address.bucket()).prefix(address.prefix()))
                .uploads()
                .stream()
                .map(it -> it.key().substring(address.prefix().length()))
                .toList());
  }

  private String key(String name) {
    return address.prefix() + name;
  }

  @FunctionalInterface
  private interface Question<T> {
    T ask();
  }

  private <T> T asked(Question<T> question) throws IOException {
    try {
      return question.ask();
    } catch (NoSuchKeyException e) {
      throw missing(e);
    } catch (S3Exception e) {
      if (e.statusCode() == NOT_FOUND && !Refusals.isOfBucket(e)) {
        throw missing(e);
      }
      throw new StoreAway(Refusals.explained(address, e), e);
    } catch (SdkException e) {
      throw new StoreAway(Refusals.explained(address, e), e);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private IOException missing(S3Exception e) {
    var missing = new NoSuchFileException("a film of " + address);
    missing.initCause(e);
    return missing;
  }

  @Override
  public void close() {
    presigner.close();
    joining.close();
    client.close();
  }
}
