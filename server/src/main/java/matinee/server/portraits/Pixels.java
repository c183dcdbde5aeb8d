package matinee.server.portraits;

/// A picture that is decoded: red, green and blue of each pixel, line by line.
record Pixels(int width, int height, int[] rgb) {

  /// The same in these sizes: each pixel is the mean of what it covers.
  Pixels scaled(int toWidth, int toHeight) {
    var scaled = new int[toWidth * toHeight];
    double across = (double) width / toWidth;
    double down = (double) height / toHeight;
    for (int y = 0; y < toHeight; y++) {
      for (int x = 0; x < toWidth; x++) {
        scaled[y * toWidth + x] = mean(x * across, y * down, across, down);
      }
    }
    return new Pixels(toWidth, toHeight, scaled);
  }

  /// The same with `side` pixels on its longer side.
  Pixels within(int side) {
    double share = (double) side / Math.max(width, height);
    return scaled(
        Math.max(1, (int) Math.round(width * share)),
        Math.max(1, (int) Math.round(height * share)));
  }

  private int mean(double left, double top, double across, double down) {
    double red = 0;
    double green = 0;
    double blue = 0;
    for (int y = (int) top; y < Math.min(height, top + down); y++) {
      double tall = Math.min(y + 1.0, top + down) - Math.max(y, top);
      for (int x = (int) left; x < Math.min(width, left + across); x++) {
        double covered = tall * (Math.min(x + 1.0, left + across) - Math.max(x, left));
        int pixel = rgb[y * width + x];
        red += covered * (pixel >> 16 & 0xff);
        green += covered * (pixel >> 8 & 0xff);
        blue += covered * (pixel & 0xff);
      }
    }
    double area = across * down;
    return level(red / area) << 16 | level(green / area) << 8 | level(blue / area);
  }

  private static int level(double mean) {
    return Math.clamp(Math.round(mean), 0, 0xff);
  }

  /// The same as it is to be looked at.
  Pixels turned(Orientation orientation) {
    int toWidth = orientation.swapsSides() ? height : width;
    int toHeight = orientation.swapsSides() ? width : height;
    var turned = new int[rgb.length];
    for (int y = 0; y < toHeight; y++) {
      for (int x = 0; x < toWidth; x++) {
        turned[y * toWidth + x] = rgb[orientation.source(x, y, width, height)];
      }
    }
    return new Pixels(toWidth, toHeight, turned);
  }
}
