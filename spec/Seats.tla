------------------------------- MODULE Seats --------------------------------
(***************************************************************************)
(* Who is connected to which of the nodes that keep a room: one member,    *)
(* for what is said of one is not said of another.                         *)
(*                                                                         *)
(* Modelled: a node tells the others that the member has come to it or     *)
(* gone, by messages that come late, twice, in any order, or never, and by *)
(* a row in the database that the others read some time. What it says is   *)
(* numbered; an older number says nothing any more. A member has one       *)
(* connection: whoever hears of a newer one closes its own (EN3). Whom a   *)
(* node knows to be connected nowhere it may tell to be lost (ME3); a node *)
(* that has the member and reads that it is lost lets it come in again     *)
(* (ME2). A node dies, and the others notice; or a node is silent for so   *)
(* long that they take it for dead, and says everything anew when it is    *)
(* back. The member may have companions, each of which is connected to     *)
(* some node and takes no seat there (CD3).                                *)
(*                                                                         *)
(* Module       | server                                                   *)
(* seat, since  | OwnSeats                                                 *)
(* heard, Hear  | Elsewhere, Attendance.seatAnew                           *)
(* row, Read    | SeatRows, SqlBus                                         *)
(* Suspect      | Roster                                                   *)
(* ComeAgain    | Room.comingInAgain                                       *)
(* companions   | Companions                                               *)
(*                                                                         *)
(* Left out: the 3 s before somebody is told to be lost (they only make    *)
(* that rarer), clocks of nodes that differ by more than the time between  *)
(* two connections of one person, and how many companions there may be     *)
(* (CD6).                                                                  *)
(***************************************************************************)
EXTENDS Naturals, FiniteSets

CONSTANTS
  Nodes,          \* the programs that keep the room
  Connections,    \* how often the member connects
  Suspicions,     \* how often a living node is taken for dead
  Deaths,         \* how many nodes die
  Companions      \* how many companions the member has at a time

VARIABLES
  connected,      \* how often the member has connected: the time of its newest connection
  node,           \* each node: does it live, since when has it the member (0: it has not), the number of
                  \* what it said last, and has it something to say
  row,            \* what the database has of each node: a number, and since when it has the member
  messages,       \* all that was sent
  heard,          \* what each node has heard of each other
  contact,        \* what the journal says of the member: "here" or "lost"
  suspicions,     \* how often a living node was taken for dead
  companions      \* the nodes to which a companion is connected

vars == <<connected, node, row, messages, heard, contact, suspicions, companions>>

Nothing == [number |-> 0, since |-> 0]

Init ==
  /\ connected = 0
  /\ node = [n \in Nodes |-> [lives |-> TRUE, since |-> 0, number |-> 0, owes |-> FALSE]]
  /\ row = [n \in Nodes |-> Nothing]
  /\ messages = {}
  /\ heard = [n \in Nodes |-> [other \in Nodes |-> Nothing]]
  /\ contact = "lost"
  /\ suspicions = 0
  /\ companions = {}

Seated(n) == node[n].lives /\ node[n].since > 0

\* The member opens a connection to `n`; what it had elsewhere it may still have.
Connect(n) ==
  /\ connected < Connections
  /\ node[n].lives
  /\ connected' = connected + 1
  /\ node' = [node EXCEPT ![n].since = connected + 1, ![n].owes = TRUE]
  /\ contact' = "here"
  /\ UNCHANGED <<row, messages, heard, suspicions, companions>>

\* A connection breaks, or is closed by the member.
Break(n) ==
  /\ Seated(n)
  /\ node' = [node EXCEPT ![n].since = 0, ![n].owes = TRUE]
  /\ UNCHANGED <<connected, row, messages, heard, contact, suspicions, companions>>

\* The node says who is with it.
Tell(n) ==
  /\ node[n].lives /\ node[n].owes
  /\ LET said == [number |-> node[n].number + 1, since |-> node[n].since] IN
       /\ node' = [node EXCEPT ![n].number = said.number, ![n].owes = FALSE]
       /\ row' = [row EXCEPT ![n] = said]
       /\ messages' = messages \cup {[from |-> n, said |-> said]}
  /\ UNCHANGED <<connected, heard, contact, suspicions, companions>>

\* `n` takes over what `from` says, if it is new, and closes its own connection if that is older.
TakeOver(n, from, said) ==
  /\ node[n].lives /\ n # from
  /\ said.number > heard[n][from].number
  /\ heard' = [heard EXCEPT ![n][from] = said]
  /\ node' = IF node[n].since > 0 /\ said.since > node[n].since
             THEN [node EXCEPT ![n].since = 0, ![n].owes = TRUE]
             ELSE node
  /\ UNCHANGED <<connected, row, messages, contact, suspicions, companions>>

Hear(n) == \E message \in messages : TakeOver(n, message.from, message.said)

\* The rows of dead nodes are not read.
Read(n, from) == node[from].lives /\ TakeOver(n, from, row[from])

Die(n) ==
  /\ node[n].lives
  /\ Cardinality({other \in Nodes : ~node[other].lives}) < Deaths
  /\ node' = [node EXCEPT ![n].lives = FALSE, ![n].since = 0, ![n].owes = FALSE]
  /\ companions' = companions \ {n}
  /\ UNCHANGED <<connected, row, messages, heard, contact, suspicions>>

\* What is remembered of the dead: how new the last was that they said, for what was sent before must
\* not be believed.
Remembered(number) == number
Forgotten(number) == 0

\* `n` takes `other` for dead.
Bury(n, other) ==
  /\ node[n].lives /\ n # other
  /\ heard[n][other].since > 0
  /\ heard' = [heard EXCEPT ![n][other] = [number |-> Remembered(@.number), since |-> 0]]

NoticeDeath(n, other) ==
  /\ ~node[other].lives
  /\ Bury(n, other)
  /\ UNCHANGED <<connected, node, row, messages, contact, suspicions, companions>>

\* The silent one notices as well, and says everything anew.
Suspect(n, other) ==
  /\ node[other].lives
  /\ suspicions < Suspicions
  /\ Bury(n, other)
  /\ suspicions' = suspicions + 1
  /\ node' = [node EXCEPT ![other].owes = TRUE]
  /\ UNCHANGED <<connected, row, messages, contact, companions>>

\* `n` knows of no connection.
Lose(n) ==
  /\ node[n].lives /\ contact = "here"
  /\ node[n].since = 0
  /\ \A other \in Nodes : heard[n][other].since = 0
  /\ contact' = "lost"
  /\ UNCHANGED <<connected, node, row, messages, heard, suspicions, companions>>

ComeAgain(n) ==
  /\ Seated(n) /\ contact = "lost"
  /\ contact' = "here"
  /\ UNCHANGED <<connected, node, row, messages, heard, suspicions, companions>>

\* What a companion changes of the seats when it comes: nothing.
SeatsWithCompanion(n) == node
SeatsTakenByCompanion(n) == [node EXCEPT ![n].since = connected, ![n].owes = TRUE]

TakeCompanion(n) ==
  /\ node[n].lives /\ n \notin companions
  /\ Cardinality(companions) < Companions
  /\ companions' = companions \cup {n}
  /\ node' = SeatsWithCompanion(n)
  /\ UNCHANGED <<connected, row, messages, heard, contact, suspicions>>

DropCompanion(n) ==
  /\ n \in companions
  /\ companions' = companions \ {n}
  /\ UNCHANGED <<connected, node, row, messages, heard, contact, suspicions>>

Next ==
  \E n \in Nodes :
    \/ Connect(n) \/ Break(n) \/ Tell(n) \/ Hear(n) \/ Die(n) \/ Lose(n) \/ ComeAgain(n)
    \/ TakeCompanion(n) \/ DropCompanion(n)
    \/ \E other \in Nodes : Read(n, other) \/ NoticeDeath(n, other) \/ Suspect(n, other)

Spec == Init /\ [][Next]_vars

\* Messages may all be lost; the database is read, and whoever lives does what it owes.
FairSpec ==
  /\ Spec
  /\ \A n \in Nodes :
       /\ WF_vars(Tell(n)) /\ WF_vars(Lose(n)) /\ WF_vars(ComeAgain(n))
       /\ \A other \in Nodes : WF_vars(Read(n, other)) /\ WF_vars(NoticeDeath(n, other))

TypeOK ==
  /\ connected \in 0..Connections
  /\ contact \in {"here", "lost"}
  /\ \A n \in Nodes : node[n].since \in 0..connected
  /\ companions \subseteq Nodes

\* EN3: of two connections none is closed but for a newer one, so the newest stays until it breaks.
NewestStays ==
  [][\A n \in Nodes :
       Seated(n) /\ node[n].since = connected /\ node'[n].since = 0
         => (node'[n].lives => heard' = heard)]_vars

\* EN3: in the end the member has one connection at most.
OneConnection == <>[](Cardinality({n \in Nodes : Seated(n)}) <= 1)

\* ME3: in the end the room knows whether the member is there.
KnowsWhoIsHere == <>[]((contact = "here") = (\E n \in Nodes : Seated(n)))

\* CD3: where no connection of the member was opened none is, whatever companions come and go.
ACompanionIsNobody ==
  [][\A n \in Nodes : ~Seated(n) /\ Seated(n)' => connected' > connected]_vars

\* A case that must come: a node tells somebody to be lost who is connected to another.
NobodyIsMistaken == contact = "lost" => \A n \in Nodes : ~Seated(n)
=============================================================================
