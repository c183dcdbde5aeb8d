package matinee.server.http;

import java.time.Duration;
import java.util.Map;
import matinee.server.library.Film;
import matinee.server.library.Intake;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// How what came of an upload is told.
final class IntakeText {
  private static final Duration UNTIL_OTHERS_ARE_DONE = Duration.ofSeconds(10);
  private static final Duration UNTIL_OTHER_IS_GONE = Duration.ofSeconds(3);

  private IntakeText() {}

  static ObjectNode film(Film film) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("film", film.id().value())
        .put("title", film.title())
        .put("contentType", film.format().contentType())
        .put("sizeBytes", film.sizeBytes());
  }

  /// Why `intake` is neither a film nor an upload that can go on.
  static Problem problem(Intake intake) {
    return switch (intake) {
      case Intake.TooLarge(long limit) ->
          new Problem(
              413,
              "film-too-large",
              "The film is larger than it may be.",
              "Send at most "
                  + limit
                  + " bytes: choose a smaller file, or raise --max-film-size; of an upload send no"
                  + " more than was announced.");
      case Intake.QuotaUsedUp(long left) ->
          new Problem(
              413,
              "quota-used-up",
              "That is more than you may upload here.",
              "Choose a file of at most "
                  + left
                  + " bytes, end uploads that you do not go on with, or ask whoever runs the server"
                  + " to raise --max-upload-per-person.",
              Map.of("leftBytes", Long.toString(left)),
              Map.of());
      case Intake.NotPlayable _ -> NOT_PLAYABLE;
      case Intake.Empty _ -> EMPTY;
      case Intake.NoSpace _ -> NO_SPACE;
      case Intake.StoreAway _ -> STORE_AWAY;
      case Intake.Busy _ -> BUSY;
      case Intake.BrokenOff _ -> BROKEN_OFF;
      case Intake.Unknown _ -> UNKNOWN;
      case Intake.Elsewhere(long offset) ->
          new Problem(
              409,
              "offset-wrong",
              "The upload is not where these bytes begin.",
              "Go on at byte " + offset + ", as HEAD tells.");
      case Intake.Claimed _ -> CLAIMED;
      case Intake.Damaged _ -> DAMAGED;
      case Intake.Taken _ -> FINISHED;
      case Intake.Waiting _, Intake.Ended _ ->
          throw new IllegalStateException("nothing is wrong with an upload");
    };
  }

  private static final Problem NOT_PLAYABLE =
      new Problem(
          415,
          "film-not-playable",
          "The file is no film that browsers play.",
          "Choose an MP4, MOV, WebM, MKV or Ogg file, or sound as MP3, M4A, AAC, FLAC or WAV;"
              + " convert anything else first.");

  private static final Problem EMPTY =
      new Problem(415, "film-empty", "The file is empty.", "Choose another file.");

  private static final Problem NO_SPACE =
      new Problem(
          507,
          "no-space",
          "There is no room left for this film on the server.",
          "Choose a smaller file, or ask whoever runs the server to make room; an upload that"
              + " has begun can go on then.");

  private static final Problem STORE_AWAY =
      new Problem(
              503,
              "films-away",
              "The store of films cannot be reached.",
              "Go on where the upload is in some seconds: nothing of it is lost. What was sent in one"
                  + " go is sent again.")
          .after(UNTIL_OTHERS_ARE_DONE);

  private static final Problem BUSY =
      new Problem(
              503,
              "uploads-busy",
              "As many films are being uploaded as the server takes at once.",
              "Try again when one of them is done.")
          .after(UNTIL_OTHERS_ARE_DONE);

  private static final Problem BROKEN_OFF =
      new Problem(
          400,
          "broken-off",
          "The upload broke off.",
          "Go on where it is; what was sent in one go is sent again.");

  private static final Problem CLAIMED =
      new Problem(
              423,
              "upload-in-use",
              "Something is being written to this upload just now.",
              "Try again in some seconds, and ask by HEAD where it is then.")
          .after(UNTIL_OTHER_IS_GONE);

  private static final Problem DAMAGED =
      new Problem(
          460,
          "checksum-wrong",
          "The bytes are not those of the checksum.",
          "Send them again; none of them was kept.");

  private static final Problem FINISHED =
      new Problem(409, "upload-finished", "The upload is finished.", "Its film is in the library.");

  private static final Problem UNKNOWN =
      new Problem(
          404,
          "upload-unknown",
          "There is no such upload, or no more.",
          "Begin a new one: POST /api/uploads.");
}
