package matinee.sync;

/// How far points scatter about the straight line that fits them best (least squares).
final class LineFit {
  private int count;
  private double meanX;
  private double meanY;
  private double sumXx;
  private double sumXy;
  private double sumYy;

  /// Sums are kept about the means: instants are large and scatter is small.
  void add(double x, double y) {
    count++;
    double fromMeanX = x - meanX;
    double fromMeanY = y - meanY;
    meanX += fromMeanX / count;
    meanY += fromMeanY / count;
    sumXx += fromMeanX * (x - meanX);
    sumXy += fromMeanX * (y - meanY);
    sumYy += fromMeanY * (y - meanY);
  }

  int count() {
    return count;
  }

  /// Root mean square of the distances in y; 0 for fewer than three points.
  double scatter() {
    if (count < 3 || sumXx == 0) {
      return 0;
    }
    return Math.sqrt(Math.max(0, sumYy - sumXy * sumXy / sumXx) / count);
  }
}
