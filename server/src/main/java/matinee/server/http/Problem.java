package matinee.server.http;

import java.time.Duration;
import java.util.Map;
import matinee.server.regions.Region;
import tools.jackson.databind.node.JsonNodeFactory;

/// Why a request was not done, for programs and for people (RFC 9457): `kind` is the last part of
/// its type, `title` says what is wrong, `detail` what to do about it. `extensions` are further
/// members, such as `field`.
record Problem(
    int status,
    String kind,
    String title,
    String detail,
    Map<String, String> extensions,
    Map<String, String> headers) {
  static final String CONTENT_TYPE = "application/problem+json";
  private static final String TYPE_PREFIX = "urn:matinee:problem:";

  Problem {
    extensions = Map.copyOf(extensions);
    headers = Map.copyOf(headers);
  }

  Problem(int status, String kind, String title, String detail) {
    this(status, kind, title, detail, Map.of(), Map.of());
  }

  /// The field called `field` of the request is not as it must be; `what` says why.
  static Problem field(String field, String what) {
    return new Problem(
        400,
        "invalid-field",
        "Something in the request is not as it must be.",
        what,
        Map.of("field", field),
        Map.of());
  }

  static Problem roomUnknown() {
    return new Problem(
        404,
        "room-unknown",
        "There is no such room.",
        "Check the link, or open a new room on the home page.");
  }

  static Problem noPublicList() {
    return new Problem(
        404,
        "no-public-list",
        "This server lists no rooms.",
        "Ask those whose room it is for its link, or open a new one on the home page.");
  }

  static Problem noPreviews() {
    return new Problem(
        404,
        "no-previews",
        "This server does not say what addresses are.",
        "Put the film on to see whether it plays. Whoever runs the server turns it on (--previews).");
  }

  static Problem roomClosed() {
    return new Problem(
        403,
        "room-closed",
        "This room was closed by its owner, for good.",
        "Open a new one on the home page.");
  }

  /// The room lives in `region`, where this can be asked.
  static Problem roomElsewhere(Region region) {
    return new Problem(
        404,
        "room-elsewhere",
        "The room lives in another region.",
        "Ask at the address that is told here.",
        Map.of("region", region.name(), "address", region.address().toString()),
        Map.of());
  }

  static Problem filmUnknown() {
    return new Problem(
        404,
        "film-unknown",
        "There is no such film here.",
        "Load the film in the room first, or upload it again.");
  }

  static Problem passRefused() {
    return new Problem(
        403,
        "pass-refused",
        "The pass is not one for this room.",
        "Ask for a ticket without a pass to come in as somebody new; on a companion, use a new"
            + " link.");
  }

  static Problem notFound() {
    return new Problem(
        404, "not-found", "There is nothing at this address.", "Begin at the home page.");
  }

  static Problem failed() {
    return new Problem(
        500,
        "failed",
        "The server failed.",
        "Try again; if it stays so, whoever runs the server finds the reason in its log.");
  }

  static Problem storeFails() {
    return new Problem(
        503,
        "store-fails",
        "The store of this server does not answer.",
        "Try again in a few seconds. Whoever runs the server looks into its log, and whether the"
            + " database runs and its disk is full.");
  }

  static Problem filmsAway() {
    return new Problem(
            503,
            "films-away",
            "The store of films cannot be reached.",
            "Try again in some seconds: nothing is lost.")
        .after(Duration.ofSeconds(5));
  }

  static Problem busy() {
    return new Problem(503, "busy", "The server has too much to do.", "Try again in a few seconds.")
        .after(Duration.ofSeconds(5));
  }

  static Problem tooOften(Duration wait) {
    return new Problem(
            429,
            "too-often",
            "That was asked too often from your address.",
            "Try again in " + seconds(wait) + " s.")
        .after(wait);
  }

  static Problem tooManyTries(Duration wait) {
    return new Problem(
            429,
            "too-many-tries",
            "Too many wrong passwords were tried.",
            "Wait %d min, and try again with the right one.".formatted(minutes(wait)))
        .after(wait);
  }

  static Problem tooManyLetters(Duration wait) {
    return new Problem(
            429,
            "too-many-letters",
            "That would be more letters than you may have sent within an hour.",
            "Wait %d min, or write to fewer people at once.".formatted(minutes(wait)))
        .after(wait);
  }

  /// The same, with the time after which trying again makes sense.
  Problem after(Duration wait) {
    return new Problem(
        status, kind, title, detail, extensions, Map.of("Retry-After", seconds(wait)));
  }

  Reply reply() {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("type", TYPE_PREFIX + kind).put("title", title).put("status", status);
    json.put("detail", detail);
    extensions.forEach(json::put);
    return new Reply(status, CONTENT_TYPE, headers, json.toString());
  }

  private static long minutes(Duration wait) {
    return Math.max(1, Math.ceilDiv(wait.toSeconds(), 60));
  }

  private static String seconds(Duration wait) {
    return Long.toString(Math.max(1, Math.ceilDiv(wait.toMillis(), 1_000)));
  }
}
