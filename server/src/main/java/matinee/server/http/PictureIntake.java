package matinee.server.http;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.io.InputStream;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;
import matinee.server.access.Rate;
import matinee.server.portraits.Squares;
import matinee.server.portraits.Studio;
import matinee.server.portraits.Taken;

/// Takes in the pictures that people send as the body of a request, and refuses, in words, what is
/// none or is too much.
final class PictureIntake {
  private static final Set<String> TYPES = Set.of("image/png", "image/jpeg");
  private static final String PORTRAIT = "portrait";
  private static final String POSTER = "poster";

  private final Vertx vertx;
  private final Guard guard;
  private final Blocking blocking;
  private final Uploads uploads;
  private final Studio studio;

  PictureIntake(Vertx vertx, Guard guard, Blocking blocking, Uploads uploads, Studio studio) {
    this.vertx = vertx;
    this.guard = guard;
    this.blocking = blocking;
    this.uploads = uploads;
    this.studio = studio;
  }

  /// What is answered to somebody who sends a picture. May block; refuses by a [Refusal].
  @FunctionalInterface
  interface Taking {
    Reply answer(Exchange exchange, BodyStream picture);
  }

  /// An operation whose body is a picture.
  Handler<RoutingContext> taking(Taking operation) {
    return context -> {
      var request = context.request();
      var refused =
          guard
              .foreign(request)
              .or(() -> Guard.unreadable(request, "image/png or image/jpeg", TYPES))
              .or(() -> guard.tooMuch(request, Rate.NEW_PICTURE));
      if (refused.isPresent()) {
        Replies.send(vertx, request, refused.get().reply());
        return;
      }
      var picture = new BodyStream(request);
      blocking.answer(request, () -> operation.answer(new Exchange(context, ""), picture));
    };
  }

  /// The portrait that is made of `picture`.
  Squares portrait(BodyStream picture) {
    return made(PORTRAIT, picture, studio::take);
  }

  /// The poster that is made of `picture`, a JPEG.
  byte[] poster(BodyStream picture) {
    return made(POSTER, picture, studio::poster);
  }

  private <T> T made(String kind, BodyStream picture, Function<InputStream, Taken<T>> drawing) {
    return switch (uploads.during(picture, () -> drawing.apply(picture))) {
      case Taken.Done<T>(var made) -> made;
      case Taken.TooLarge<T> _ -> throw new Refusal(tooLarge(kind));
      case Taken.TooManyPixels<T> _ -> throw new Refusal(tooManyPixels(kind));
      case Taken.Unreadable<T> _ -> throw new Refusal(unreadable(kind));
      case Taken.Busy<T> _ -> throw new Refusal(busy(kind));
      case Taken.BrokenOff<T> _ -> throw new Refusal(BROKEN_OFF);
    };
  }

  private static Problem tooLarge(String kind) {
    return new Problem(
        413,
        kind + "-too-large",
        "The file is too large for a " + kind + ".",
        "Choose a picture of at most %d bytes.".formatted(Studio.MAX_BYTES));
  }

  private static Problem tooManyPixels(String kind) {
    return new Problem(
        413,
        "too-many-pixels",
        "The picture has too many pixels for a " + kind + ".",
        "Choose one of at most 40 megapixels, and 16,384 pixels a side.");
  }

  private static Problem unreadable(String kind) {
    return new Problem(
        415,
        kind + "-unreadable",
        "The file is no picture that is read here.",
        "Choose a whole PNG or JPEG; save anything else as one of them first.");
  }

  private static Problem busy(String kind) {
    return new Problem(
            503,
            kind + "s-busy",
            "As many pictures are being made as the server makes at once.",
            "Try again in a few seconds.")
        .after(Duration.ofSeconds(5));
  }

  private static final Problem BROKEN_OFF =
      new Problem(400, "broken-off", "The upload broke off.", "Send the picture again.");
}
