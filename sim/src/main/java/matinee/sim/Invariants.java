package matinee.sim;

import java.util.List;

/// All that is to hold on a bad day, and on a good one.
final class Invariants {

  private Invariants() {}

  /// Each anew: they remember what they saw.
  static List<Invariant> all() {
    return List.of(
        new OneOrder(),
        new AcceptedOnce(),
        new CopiesOnlyRise(),
        new OneState(),
        new NothingWithoutRight(),
        new ACompanionIsNobody(),
        new OnlyWhoMayComesIn(),
        new TheDoorIsKept(),
        new WhoIsOutHearsNothing(),
        new TheMutedAreNotHeard(),
        new ALineIsItsAuthors(),
        new AnsweredOnceIfAsked(),
        new WhatWasWished(),
        new NoEchoBecomesACommand(),
        new NoWaitIsEndless(),
        new OneAdvanceForAnEnd(),
        new TheAbsentAreMissed(),
        new TheRoomWaitsForWhomItMust(),
        new NobodyGetsAhead(),
        new EverybodyStartsTogether());
  }
}
