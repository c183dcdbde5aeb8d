------------------------------ MODULE Polling -------------------------------
(***************************************************************************)
(* How a node learns of what others have appended when no message tells    *)
(* it: it asks the database how far its rooms have come. Room takes it for *)
(* granted that a node that is behind looks at the journal in the end      *)
(* (Look); here is what makes it so.                                       *)
(*                                                                         *)
(* Modelled: one room, of whose journal only the revision of the newest    *)
(* event matters. A node has two threads: one keeps the room, appends, and *)
(* reads on; the other asks, and leaves a letter for the first when there  *)
(* is more than it has noted. Between any two of their steps others        *)
(* append. The mailbox may be full, and then the letter is lost. Nodes die *)
(* and start again at any point.                                           *)
(*                                                                         *)
(* Module       | server                                                   *)
(* room, told   | RoomCopy, and what its connections were sent             *)
(* noted        | JoinedRoom.revision                                      *)
(* Ask, Compare | SqlBus.readOn: Heads, then JoinedRoom.hear               *)
(* letter       | News.Reached in the room's Mailbox                       *)
(* Turn         | Room.turn, RoomCopy.readOn                               *)
(*                                                                         *)
(* Left out: messages (Journal), who is connected (Seats), pages of a long *)
(* reading, and reading that fails: the room is then read anew.            *)
(***************************************************************************)
EXTENDS Naturals, Sequences

CONSTANTS
  Nodes,      \* the programs that keep the room
  Events,     \* how many events there will be
  Deaths,     \* how often a node dies
  Losses      \* how often a letter finds the mailbox full

VARIABLES
  newest,     \* the revision of the newest event in the journal, 0 when there is none
  node,       \* the nodes; see Running
  deaths,     \* how often a node died
  losses      \* how often a letter was lost

vars == <<newest, node, deaths, losses>>

\* `room` is the revision of the node's copy, which was `begun` at, and `told` the revisions that
\* those who are connected were told since, in that order; `noted` is what the thread that asks
\* knows of `room`. `answer` is what the database has answered, `letter` what waits in the mailbox:
\* a revision each, 0 for none.
Running(revision) ==
  [runs |-> TRUE, begun |-> revision, room |-> revision, told |-> <<>>, noted |-> revision,
   answer |-> 0, letter |-> 0]
Stopped == [Running(0) EXCEPT !.runs = FALSE]

Init ==
  /\ newest = 0 /\ deaths = 0 /\ losses = 0
  /\ node = [n \in Nodes |-> Running(0)]

FromTo(first, last) == [i \in 1..(last - first + 1) |-> first + i - 1]

----------------------------------------------------------------------------
(* The thread of the room *)

\* The compare-and-set succeeds: nobody was first.
Decide(n) ==
  /\ node[n].runs /\ node[n].room = newest /\ newest < Events
  /\ newest' = newest + 1
  /\ node' = [node EXCEPT ![n].room = newest + 1, ![n].told = Append(@, newest + 1)]
  /\ UNCHANGED <<deaths, losses>>

\* The revision after which a node reads what it does not have.
ReadsAfter(n) == node[n].room

ReadOn(n, rest) ==
  node' = [node EXCEPT ![n] =
    [rest EXCEPT !.room = newest, !.told = @ \o FromTo(ReadsAfter(n) + 1, newest)]]

\* The compare-and-set fails.
Conflict(n) ==
  /\ node[n].runs /\ node[n].room < newest
  /\ ReadOn(n, node[n])
  /\ UNCHANGED <<newest, deaths, losses>>

\* A letter says that there is more; by now the node may have it, and even more may be there.
Turn(n) ==
  /\ node[n].runs /\ node[n].letter > 0
  /\ LET rest == [node[n] EXCEPT !.letter = 0]
     IN IF node[n].letter > node[n].room THEN ReadOn(n, rest) ELSE node' = [node EXCEPT ![n] = rest]
  /\ UNCHANGED <<newest, deaths, losses>>

\* The other thread hears how far the room has come.
Note(n) ==
  /\ node[n].runs /\ node[n].noted < node[n].room
  /\ node' = [node EXCEPT ![n].noted = node[n].room]
  /\ UNCHANGED <<newest, deaths, losses>>

----------------------------------------------------------------------------
(* The thread that asks *)

\* Whether there is any use in asking.
MayAsk(n) == TRUE

Ask(n) ==
  /\ node[n].runs /\ node[n].answer = 0 /\ newest > 0 /\ MayAsk(n)
  /\ node' = [node EXCEPT ![n].answer = newest]
  /\ UNCHANGED <<newest, deaths, losses>>

\* What it has noted when it has compared.
Noting(n) == node[n].noted

IsNews(n) == node[n].answer > node[n].noted

Compare(n) ==
  /\ node[n].runs /\ node[n].answer > 0
  /\ \E lost \in {0, 1} :
       /\ losses + lost <= Losses /\ (lost = 1 => IsNews(n))
       /\ losses' = losses + lost
       /\ node' = [node EXCEPT
            ![n].answer = 0,
            ![n].noted = Noting(n),
            ![n].letter = IF IsNews(n) /\ lost = 0 THEN node[n].answer ELSE @]
  /\ UNCHANGED <<newest, deaths>>

----------------------------------------------------------------------------

Die(n) ==
  /\ node[n].runs /\ deaths < Deaths
  /\ deaths' = deaths + 1
  /\ node' = [node EXCEPT ![n] = Stopped]
  /\ UNCHANGED <<newest, losses>>

Start(n) ==
  /\ ~node[n].runs
  /\ node' = [node EXCEPT ![n] = Running(newest)]
  /\ UNCHANGED <<newest, deaths, losses>>

Next ==
  \E n \in Nodes :
    \/ Decide(n) \/ Conflict(n) \/ Turn(n) \/ Note(n) \/ Ask(n) \/ Compare(n) \/ Die(n) \/ Start(n)

Spec == Init /\ [][Next]_vars

\* People need not wish for anything, and a dead node need not start again.
FairSpec ==
  /\ Spec
  /\ \A n \in Nodes : WF_vars(Turn(n)) /\ WF_vars(Note(n)) /\ WF_vars(Ask(n)) /\ WF_vars(Compare(n))

----------------------------------------------------------------------------

TypeOK ==
  /\ newest \in 0..Events /\ deaths \in 0..Deaths /\ losses \in 0..Losses
  /\ \A n \in Nodes :
       /\ node[n].room \in 0..newest /\ node[n].begun \in 0..node[n].room
       /\ node[n].answer \in 0..newest /\ node[n].letter \in 0..newest

\* OR1: everyone is told every event once, in order.
InOrder == \A n \in Nodes : node[n].told = FromTo(node[n].begun + 1, node[n].room)

\* What was noted is there, so that no news is taken for old.
NotedIsTrue == \A n \in Nodes : node[n].noted <= node[n].room

\* OR3: in the end everyone has what was appended, though nobody wishes for anything any more.
Learns == \A n \in Nodes : []<>(node[n].runs => node[n].room = newest)

\* The mistake of mistakes/asks_the_living: who has appended and died is not asked about.
WhileOthersLive(n) == \E other \in Nodes \ {n} : node[other].runs

\* The mistake of mistakes/notes_too_early: a letter that is lost is not written again.
NotesTheAnswer(n) == IF IsNews(n) THEN node[n].answer ELSE node[n].noted

\* The mistake of mistakes/reads_twice: what the node has appended meanwhile is read and told again.
ReadsAfterNoted(n) == node[n].noted
=============================================================================
