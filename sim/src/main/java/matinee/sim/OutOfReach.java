package matinee.sim;

import java.util.Map;

/// Rules of protocol/ROOM.md that no day can show, and why.
final class OutOfReach {
  private static final String HTTP = "it is asked for over HTTP";

  private static final String FILES = "it is about files that members have on their disks";

  private static final String SITES = "it is about players of other sites";

  static final Map<String, String> RULES =
      Map.ofEntries(
          Map.entry("ID7", "nothing is planned in a simulated room"),
          Map.entry("ME6", "it takes 20,000 people"),
          Map.entry("GI1", "it takes 300 people"),
          Map.entry("GI2", "it takes 300 people"),
          Map.entry("AS5", "it takes 51 people"),
          Map.entry("EM1", SITES),
          Map.entry("EM2", SITES),
          Map.entry("EM3", SITES),
          Map.entry("ST1", SITES),
          Map.entry("ST2", SITES),
          Map.entry("ST3", SITES),
          Map.entry("OC1", FILES),
          Map.entry("OC2", FILES),
          Map.entry("OC3", FILES),
          Map.entry("RG1", "it takes a second region"),
          Map.entry("RG2", "it takes a second region"),
          Map.entry("AC7", "it would be the end of the day"),
          Map.entry("CH7", "it takes 200 changes of one line"),
          Map.entry("CH8", HTTP),
          Map.entry("CH9", HTTP));

  private OutOfReach() {}
}
