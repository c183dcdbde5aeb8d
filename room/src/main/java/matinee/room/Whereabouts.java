package matinee.room;

/// Where a room lives, as the region knows it that asks (RG1).
public sealed interface Whereabouts {

  /// In this region.
  enum Here implements Whereabouts {
    HERE
  }

  /// In the region `to`: nothing happens to it here any more.
  record MovedTo(RegionName to) implements Whereabouts {}
}
