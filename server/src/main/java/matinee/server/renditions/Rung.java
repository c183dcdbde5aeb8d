package matinee.server.renditions;

import java.util.ArrayList;
import java.util.List;
import matinee.server.renditions.Probe.Picture;

/// One size in which a film is made: the shorter side of its picture, in pixels, and how many bits
/// a second it takes at most.
record Rung(int side, int bitsPerSecond) {
  private static final List<Integer> USUAL = List.of(360, 720, 1080);
  private static final int LARGEST = 1_080;

  /// Another size is worth it only if it is so much smaller.
  private static final double APART = 0.75;

  /// The sizes for `picture`, the largest first: its own, if that is not larger than the largest
  /// made, and smaller ones.
  static List<Rung> of(Picture picture) {
    int own = Math.min(LARGEST, Math.min(picture.width(), picture.height()));
    int top = Math.max(2, own - own % 2);
    var rungs = new ArrayList<Rung>();
    rungs.add(at(top));
    USUAL.reversed().stream().filter(it -> it <= top * APART).forEach(it -> rungs.add(at(it)));
    return List.copyOf(rungs);
  }

  private static Rung at(int side) {
    if (side <= 360) {
      return new Rung(side, 900_000);
    }
    if (side <= 576) {
      return new Rung(side, 1_800_000);
    }
    return side <= 720 ? new Rung(side, 3_200_000) : new Rung(side, 6_000_000);
  }

  /// What its playlist and segments are called by.
  String name() {
    return "v" + side;
  }

  /// As players are told which decoder it needs: H.264, high profile.
  String codec() {
    return side <= 576 ? "avc1.64001f" : "avc1.640028";
  }

  /// The size of its picture when `picture` is the film's.
  String resolution(Picture picture) {
    double shorter = Math.min(picture.width(), picture.height());
    long longer = Math.round(Math.max(picture.width(), picture.height()) * side / shorter / 2) * 2;
    return picture.width() >= picture.height() ? longer + "x" + side : side + "x" + longer;
  }
}
