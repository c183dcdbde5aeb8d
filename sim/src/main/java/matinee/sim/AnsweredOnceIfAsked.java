package matinee.sim;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import matinee.room.Author;
import matinee.room.Event;
import matinee.room.MemberId;
import matinee.room.ProposalEnd;
import matinee.room.Recorded;
import matinee.room.Wish;

/// AS2 to AS4: only what is proposed ends, it ends once, and nothing that was asked for is done
/// twice.
///
/// It keeps a list of its own of what is proposed, whatever the room believes.
final class AnsweredOnceIfAsked implements Invariant {
  private final Set<Asked> accepted = new HashSet<>();
  private String epoch = "";
  private Map<MemberId, Long> open = new HashMap<>();

  /// What was proposed with the event `revision` of a history.
  private record Asked(String epoch, long revision) {}

  @Override
  public void written(World world, List<Recorded> events) {
    var book = world.chronicle().book();
    if (!book.epoch().equals(epoch)) {
      epoch = book.epoch();
      open = new HashMap<>();
      book.events().forEach(this::take);
      return;
    }
    for (var event : events) {
      if (event.event() instanceof Event.ProposalEnded(var member, var end)) {
        check(event, member, end);
      } else if (event.author() instanceof Author.ByMember(var by, var command)
          && !(event.event() instanceof Event.Refused)) {
        world
            .ledger()
            .find(new Ledger.Key(by, command))
            .filter(made -> made.wish() instanceof Wish.Answer answer && isOpen(answer))
            .ifPresent(
                made -> {
                  throw broken(event + " leaves open what " + made + " was about");
                });
      }
      take(event);
    }
  }

  private boolean isOpen(Wish.Answer answer) {
    return open.getOrDefault(answer.member(), 0L) == answer.proposal();
  }

  private void check(Recorded event, MemberId member, ProposalEnd end) {
    long asked = open.getOrDefault(member, 0L);
    if (asked == 0) {
      throw broken(event + " ends what is not proposed any more");
    }
    if (end == ProposalEnd.ACCEPTED && !accepted.add(new Asked(epoch, asked))) {
      throw broken(event + " accepts what was accepted before");
    }
  }

  private void take(Recorded event) {
    switch (event.event()) {
      case Event.Proposed(var member, _, _) -> open.put(member, event.revision());
      case Event.ProposalEnded(var member, _) -> open.remove(member);
      case Event.Left(var member) -> open.remove(member);
      case Event.Kicked(var member) -> open.remove(member);
      case Event.Banned(var member) -> open.remove(member);
      case Event.MediaLoaded _, Event.ControlChanged _ -> open.clear();
      default -> {}
    }
  }
}
