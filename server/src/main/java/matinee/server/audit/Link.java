package matinee.server.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;

/// An entry at its place in the chain. `seq` counts from 1. `hash` is SHA-256, in hexadecimal, of
/// the hash before it and of everything in this link, each text with its length before it, so that
/// no two links are made of the same bytes.
public record Link(long seq, Entry entry, String hash) {

  /// What stands in the place of the hash before the first link.
  static final String BEGINNING = "0".repeat(64);

  /// The link that follows a hash.
  static Link after(String before, long seq, Entry entry) {
    var digest = sha256();
    digest.update(HexFormat.of().parseHex(before));
    digest.update(bytes(seq));
    digest.update(bytes(entry.at().toEpochMilli()));
    for (var text :
        List.of(entry.actor(), entry.action(), entry.target(), entry.origin(), entry.details())) {
      var utf8 = text.getBytes(StandardCharsets.UTF_8);
      digest.update(bytes(utf8.length));
      digest.update(utf8);
    }
    return new Link(seq, entry, HexFormat.of().formatHex(digest.digest()));
  }

  /// A line of JSON that tells it. `details` stays the text of which the hash was made.
  public String line() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("seq", seq)
        .put("at", entry.at().toString())
        .put("actor", entry.actor())
        .put("action", entry.action())
        .put("target", entry.target())
        .put("origin", entry.origin())
        .put("details", entry.details())
        .put("hash", hash)
        .toString();
  }

  private static byte[] bytes(long number) {
    return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
