package matinee.room;

import java.util.List;

/// When a room is a giant: rule GI1.
final class GiantRules {
  /// With more than these connected a room becomes a giant.
  static final int MOST_USUAL = 300;

  /// With fewer than these connected it is one no more. The gap between the two keeps a room that
  /// wavers about one of them from changing every moment.
  static final int FEWEST = 250;

  private GiantRules() {}

  /// What follows by itself from the events that led to `state`.
  static List<Event> settle(RoomState state) {
    int here = state.people().members().here();
    boolean giant = state.people().giant();
    boolean isToBe = giant ? here >= FEWEST : here > MOST_USUAL;
    return giant == isToBe ? List.of() : List.of(new Event.GiantChanged(isToBe));
  }
}
