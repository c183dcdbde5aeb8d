package matinee.sim;

import matinee.room.Command;
import matinee.room.Decision;
import matinee.room.Moment;
import matinee.room.RoomState;
import matinee.server.rooms.Rules;

/// Rules under which somebody writes down which rule has been at work how often.
final class Witness implements Rules {
  private final Rules rules;
  private final Counts counts;

  Witness(Rules rules, Counts counts) {
    this.rules = rules;
    this.counts = counts;
  }

  @Override
  public Decision decide(RoomState state, Command command, Moment moment) {
    var decision = rules.decide(state, command, moment);
    var seen = new RuleCases.Seen(state, command, moment, decision);
    for (var one : RuleCases.ALL) {
      if (one.sees().test(seen)) {
        counts.add(one.name());
      }
    }
    return decision;
  }
}
