------------------------------ MODULE Journal ------------------------------
(***************************************************************************)
(* The journal of one room, the nodes that keep the room, and the bus      *)
(* between them.                                                           *)
(*                                                                         *)
(* Modelled: an accepted event is a row (room, revision); appending names  *)
(* the revision it stands on and fails when that is not the newest. A node *)
(* has a copy of the room, decides on it, appends, and only then tells     *)
(* anybody (CO4); between the two it may die. The bus says what has been   *)
(* appended: as it is a set that is never emptied, its messages come       *)
(* late, twice, in any order, or never. The history may be put back to an  *)
(* earlier state from a copy, while no node runs; the epoch then changes.  *)
(*                                                                         *)
(* Left out: snapshots and paging (they shorten reading, and change        *)
(* nothing that is read), commits of several rooms at once, and how nodes  *)
(* learn of connections that others hold (Seats), or that they are behind  *)
(* (Polling).                                                              *)
(***************************************************************************)
EXTENDS Rules

CONSTANTS
  Nodes,      \* the programs that may keep the room
  Lead,       \* how far ahead a change of motion is scheduled (PB3)
  LastTime    \* how far time goes, unless a wait is longer

VARIABLES
  now,        \* room time, the same everywhere
  journal,    \* the truth: an epoch, the events from revision 1 on, and the rooms that follow from them
  bus,        \* every message that a node has put on the bus
  node        \* the nodes: whether they run, the copy of the room they have, and what they owe:
              \* what they have appended and told nobody yet, with the one who waits for the answer

journalVars == <<now, journal, bus, node>>

Nobody == "nobody"

\* The rooms after each of `events`, from `room` on.
RECURSIVE RoomsAfter(_, _)
RoomsAfter(room, events) ==
  IF events = <<>> THEN <<>>
  ELSE LET next == Evolve(room, Head(events)) IN <<next>> \o RoomsAfter(next, Tail(events))

\* The room after the first `revision` events of the history (OR3), from nothing else than these.
RoomAt(revision) == IF revision = 0 THEN NewRoom ELSE journal.rooms[revision]
Newest == Len(journal.events)

\* The journal with `events` after revision `expected`, whatever stood there before.
Appended(expected, events) ==
  [journal EXCEPT !.events = SubSeq(@, 1, expected) \o events,
                  !.rooms = SubSeq(@, 1, expected) \o RoomsAfter(RoomAt(expected), events)]

\* What the node has to tell, and to whom: one debt or none.
Debt(events, client, reply) == [events |-> events, client |-> client, reply |-> reply]

JournalTypeOK ==
  /\ now \in Nat
  /\ journal.epoch \in Nat /\ DOMAIN journal.rooms = DOMAIN journal.events
  /\ \A i \in DOMAIN journal.events : journal.events[i].at \in 0..now
  /\ \A m \in bus : m.epoch <= journal.epoch /\ m.event.revision \in Nat
  /\ \A n \in Nodes :
       /\ node[n].runs \in BOOLEAN
       /\ node[n].room.revision \in Nat
       /\ Len(node[n].owes) <= 1

Stopped == [runs |-> FALSE, room |-> NewRoom, owes |-> <<>>]
Running(room) == [runs |-> TRUE, room |-> room, owes |-> <<>>]

IsFree(n) == node[n].runs /\ node[n].owes = <<>>
IsBehind(n) == node[n].room.revision < Newest

\* The compare-and-set: the event that follows what the node knows is not there yet.
MayAppend(n) == node[n].room.revision = Newest

\* Appends what `command` leads to and owes `reply` to what was decided to `client`. When another node was first it does
\* nothing: the node has to look at the journal, and decides again.
Commit(n, command, client, reply(_)) ==
  LET decision == Decide(node[n].room, command, now, Lead)
  IN /\ IsFree(n)
     /\ EventsOf(decision) # <<>>
     /\ MayAppend(n)
     /\ journal' = Appended(node[n].room.revision, decision.events)
     /\ node' = [node EXCEPT
          ![n].room = EvolveAll(@, decision.events),
          ![n].owes = <<Debt(decision.events, client, reply(decision))>>]

\* On the bus goes what was appended; with one node there is nobody to read it.
Published(n) ==
  IF Cardinality(Nodes) = 1 THEN bus
  ELSE bus \cup [epoch: {journal.epoch}, event: Elements(Head(node[n].owes).events)]

\* What a node does with an event of the bus: it takes the next one and drops the others.
Takes(n, event) == Follows(node[n].room, event)

=============================================================================
