------------------------------ MODULE Regions -------------------------------
(***************************************************************************)
(* A room that moves between regions, each of which has a journal of its   *)
(* own (RG1, RG2): nobody accepts in two of them, and no accepted command  *)
(* is lost or doubled.                                                     *)
(*                                                                         *)
(* Modelled: what the journal of each region says of the room; what has    *)
(* been sent from one to the other, which comes late, twice, in any order, *)
(* or never; servers that die between any two steps and start again; a     *)
(* room that moves on, and back to where it was.                           *)
(*                                                                         *)
(* Module       | server                                                   *)
(* home         | room, event, snapshot; RoomState.whereabouts             *)
(* departed     | departure, SqlMoves.left                                 *)
(* arrived      | arrival, SqlMoves.takeIn                                 *)
(* Bring        | Mover, which looks into the journal and so does not mind *)
(*              | what its server knew before it died                      *)
(* sent, taken  | POST /api/regions/arrivals, and the answer to it         *)
(*                                                                         *)
(* Left out: what a command does (Rules), time (the shift of clocks), and  *)
(* several servers of one region, of which only the journal decides        *)
(* (Journal).                                                              *)
(***************************************************************************)
EXTENDS Naturals, Sequences, FiniteSets

CONSTANTS
  Places,         \* the regions
  Commands,       \* what members ask for
  Moves,          \* how often the room moves
  Deaths          \* how often a server dies

VARIABLES
  home,           \* each region: the room as its journal has it
  arrived,        \* each region: the names of the histories that came to it
  lives,          \* the regions whose servers run
  sent,           \* rooms on their way
  taken,          \* answers on their way: a name of a history, which some region has
  told,           \* the commands of which somebody was told that they are accepted
  epochs,         \* how many histories were begun
  deaths          \* how often a server died

vars == <<home, arrived, lives, sent, taken, told, epochs, deaths>>

Nowhere == ""

\* `epoch` names the history, 0 where there is none; `to` is where the room has moved, and `departed`
\* whether it is known to be there.
NoRoom == [epoch |-> 0, revision |-> 0, accepted |-> <<>>, to |-> Nowhere, departed |-> FALSE]

First == CHOOSE p \in Places : TRUE

Init ==
  /\ home = [p \in Places |-> IF p = First THEN [NoRoom EXCEPT !.epoch = 1] ELSE NoRoom]
  /\ arrived = [p \in Places |-> {}]
  /\ lives = Places
  /\ sent = {} /\ taken = {} /\ told = {} /\ epochs = 1 /\ deaths = 0

IsHome(p) == home[p].epoch # 0 /\ home[p].to = Nowhere
Has(p, c) == \E i \in DOMAIN home[p].accepted : home[p].accepted[i] = c

\* RG1: only where the room lives; ID1: a command that was accepted is not accepted again.
Accept(p, c) ==
  /\ p \in lives /\ IsHome(p) /\ ~Has(p, c)
  /\ home' = [home EXCEPT ![p].accepted = Append(@, c), ![p].revision = @ + 1]
  /\ UNCHANGED <<arrived, lives, sent, taken, told, epochs, deaths>>

\* Whatever was accepted is answered so, also where the room has moved away (CO4).
Answer(p, c) ==
  /\ p \in lives /\ Has(p, c)
  /\ told' = told \cup {c}
  /\ UNCHANGED <<home, arrived, lives, sent, taken, epochs, deaths>>

MoveAway(p, other) ==
  /\ p \in lives /\ p # other /\ IsHome(p) /\ epochs <= Moves
  /\ home' = [home EXCEPT ![p].to = other, ![p].departed = FALSE, ![p].revision = @ + 1]
  /\ UNCHANGED <<arrived, lives, sent, taken, told, epochs, deaths>>

IsLeaving(p) == home[p].to # Nowhere /\ ~home[p].departed

Bring(p) ==
  /\ p \in lives /\ IsLeaving(p)
  /\ sent' = sent \cup {home[p]}
  /\ UNCHANGED <<home, arrived, lives, taken, told, epochs, deaths>>

\* What came before does not come again.
IsNew(p, room) == room.epoch \notin arrived[p]

\* RG2, in one transaction.
Arrive(p, room) ==
  /\ p \in lives /\ room \in sent /\ room.to = p
  /\ taken' = taken \cup {room.epoch}
  /\ IF IsNew(p, room)
     THEN /\ arrived' = [arrived EXCEPT ![p] = @ \cup {room.epoch}]
          /\ epochs' = epochs + 1
          /\ home' = [home EXCEPT ![p] =
               [NoRoom EXCEPT !.epoch = epochs + 1, !.revision = room.revision + 1,
                              !.accepted = room.accepted]]
     ELSE UNCHANGED <<home, arrived, epochs>>
  /\ UNCHANGED <<lives, sent, told, deaths>>

Depart(p) ==
  /\ p \in lives /\ IsLeaving(p) /\ home[p].epoch \in taken
  /\ home' = [home EXCEPT ![p].departed = TRUE]
  /\ UNCHANGED <<arrived, lives, sent, taken, told, epochs, deaths>>

\* Its answers are lost with it; what it has sent may still come.
Die(p) ==
  /\ p \in lives /\ deaths < Deaths
  /\ lives' = lives \ {p} /\ deaths' = deaths + 1
  /\ taken' = taken \ {home[p].epoch}
  /\ UNCHANGED <<home, arrived, sent, told, epochs>>

Start(p) ==
  /\ p \notin lives
  /\ lives' = lives \cup {p}
  /\ UNCHANGED <<home, arrived, sent, taken, told, epochs, deaths>>

Next ==
  \/ \E p \in Places, c \in Commands : Accept(p, c) \/ Answer(p, c)
  \/ \E p, other \in Places : MoveAway(p, other)
  \/ \E p \in Places : Bring(p) \/ Depart(p) \/ Die(p) \/ Start(p)
  \/ \E p \in Places, room \in sent : Arrive(p, room)

Spec == Init /\ [][Next]_vars

Fairness ==
  \A p \in Places :
    /\ WF_vars(Start(p)) /\ WF_vars(Bring(p)) /\ WF_vars(Depart(p))
    /\ WF_vars(\E room \in sent : Arrive(p, room))
FairSpec == Spec /\ Fairness

----------------------------------------------------------------------------

TypeOK ==
  /\ \A p \in Places :
       /\ home[p].epoch \in 0..epochs /\ home[p].to \in Places \cup {Nowhere}
       /\ arrived[p] \subseteq 1..epochs
  /\ lives \subseteq Places /\ told \subseteq Commands /\ deaths \in 0..Deaths

\* RG1: a room lives in one region at most.
OneHome == Cardinality({p \in Places : IsHome(p)}) <= 1

\* The room as it is now: where it lives, else as it left.
Newest == CHOOSE p \in Places : \A other \in Places : home[p].revision >= home[other].revision

\* CO4: what was told to be accepted stands in the room, wherever that is.
NothingIsLost == \A c \in told : Has(Newest, c)

\* ID1: and stands there once.
NothingIsDoubled ==
  \A p \in Places : \A i, j \in DOMAIN home[p].accepted :
    home[p].accepted[i] = home[p].accepted[j] => i = j

\* RG2: it is the same room that goes on, with a higher revision.
GoesOn ==
  [][\A p \in Places : home'[p].revision >= home[p].revision]_vars

\* RG1: a move that was begun comes to its end.
Ends == \A p \in Places : IsLeaving(p) ~> ~IsLeaving(p)
LivesSomewhere == []<>(\E p \in Places : IsHome(p))

\* The mistake of mistakes/arrives_twice: what comes again is taken in again.
AlwaysNew(p, room) == TRUE

\* The mistake of mistakes/accepts_here_too: a room that has moved away accepts until it is known to be there.
HomeUntilDeparted(p) == home[p].epoch # 0 /\ ~home[p].departed
=============================================================================
