package matinee.sim;

import java.util.Map;

/// Rules of protocol/ROOM.md that no day can show, and why.
final class OutOfReach {
  private static final String DOOR = "on no day is the door set, or the room given away or closed";
  private static final String TALK = "it takes people who look back at what was said";

  static final Map<String, String> RULES =
      Map.ofEntries(
          Map.entry("ME6", "it takes 20,000 people"),
          Map.entry("GI1", "it takes 300 people"),
          Map.entry("GI2", "it takes 300 people"),
          Map.entry("AS5", "it takes 51 people"),
          Map.entry("RG1", "it takes a second region"),
          Map.entry("RG2", "it takes a second region"),
          Map.entry("AC1", DOOR),
          Map.entry("AC2", DOOR),
          Map.entry("AC3", DOOR),
          Map.entry("AC4", DOOR),
          Map.entry("AC5", DOOR),
          Map.entry("AC6", DOOR),
          Map.entry("AC7", DOOR),
          Map.entry("CH3", TALK),
          Map.entry("CH4", TALK),
          Map.entry("CH5", TALK),
          Map.entry("CH6", TALK),
          Map.entry("CH7", TALK),
          Map.entry("CH8", TALK),
          Map.entry("CH9", TALK));

  private OutOfReach() {}
}
