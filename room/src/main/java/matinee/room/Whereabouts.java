package matinee.room;

/// Where a room lives, as the region knows it that asks (RG1), if it still does (AC7).
public sealed interface Whereabouts {

  /// In this region.
  enum Here implements Whereabouts {
    HERE
  }

  /// In the region `to`: nothing happens to it here any more.
  record MovedTo(RegionName to) implements Whereabouts {}

  /// Nowhere: it was closed, and nothing happens to it any more.
  enum Closed implements Whereabouts {
    CLOSED
  }
}
