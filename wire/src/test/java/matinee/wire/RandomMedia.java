package matinee.wire;

import java.util.HexFormat;
import java.util.random.RandomGenerator;
import matinee.room.MediaRef;
import matinee.room.Provider;

/// Where films are, at random; of `any` other values.
final class RandomMedia {
  private final RandomGenerator random;
  private final RandomMessages any;

  RandomMedia(RandomGenerator random, RandomMessages any) {
    this.random = random;
    this.any = any;
  }

  MediaRef ref() {
    return switch (random.nextInt(5)) {
      case 0 -> new MediaRef.Upload(any.identifier());
      case 1 -> new MediaRef.OwnCopy(Math.max(1, any.whole()), digits(32), digits(64));
      case 2 -> new MediaRef.Embed(any.one(Provider.values()), "dQw4w9WgXc" + random.nextInt(10));
      case 3 -> new MediaRef.Site(url());
      default -> new MediaRef.Address(url());
    };
  }

  private String url() {
    return "https://a.example/" + any.identifier() + "?q=%22é&'\\\"";
  }

  private String digits(int count) {
    var bytes = new byte[count / 2];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
