package matinee.room;

import java.util.List;

/// What may come next in a room: what is proposed and waits for an answer, and the queue of films.
public record Agenda(List<Proposal> proposals, Queue queue) {
  static final Agenda NEW = new Agenda(List.of(), Queue.NEW);

  public Agenda {
    proposals = List.copyOf(proposals);
  }

  Agenda with(List<Proposal> next) {
    return new Agenda(next, queue);
  }

  Agenda with(Queue next) {
    return new Agenda(proposals, next);
  }
}
