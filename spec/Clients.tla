------------------------------ MODULE Clients ------------------------------
(***************************************************************************)
(* The people of one room, each with a page: its connection, its copy of   *)
(* the room, its commands without an answer, and its player.               *)
(*                                                                         *)
(* Modelled: both directions of a connection are first in, first out, and  *)
(* may end at any point. What was under way to a node then may still       *)
(* arrive there, at any time or never, while the page has long come back   *)
(* elsewhere and sent its commands again unchanged (CO1). A page resumes   *)
(* with (epoch, revision) and gets what it missed or a snapshot (EN2). A   *)
(* page may be reloaded and then knows nothing. A player tells of          *)
(* everything that is done to it, by the program as by a person, and the   *)
(* page has to tell which is which.                                        *)
(*                                                                         *)
(* Left out: tickets and frames (EN1, WI), limits of rate (CO2, CO3),      *)
(* several connections of one member (EN3), heartbeats and presence, and   *)
(* where exactly a player is: it moves or stands.                          *)
(***************************************************************************)
EXTENDS Journal

CONSTANTS
  Clients,    \* the people, which are the members' ids as well
  Players,    \* those of them whose player a person may work from outside the page
  IsPrompt    \* does a player tell what was done to it before its page acts again? It does as long
              \* as a page acts a few times a second; reach/late_player shows what the page makes of
              \* one that does not

VARIABLES
  client,     \* the pages: epoch and copy of the room, commands without an answer, how many were made
  link,       \* the connections: the node it leads to, Nobody if there is none, and whether the node
              \* has let the client in
  up,         \* what is under way from a client to its node, oldest first
  down,       \* what is under way from the node to the client, oldest first
  late,       \* commands that were under way on connections that have ended
  player      \* the players: whether they move, what they have told and nobody has heard yet, and
              \* which acts of the page they have not answered yet

clientVars == <<client, link, up, down, late, player>>

\* A page that knows nothing; `made` counts on, for ids are never used twice (ID1).
Blank(made) == [epoch |-> 0, room |-> NewRoom, asked |-> <<>>, made |-> made, refused |-> {}]
NoLink == [to |-> Nobody, admitted |-> FALSE]
Still == [moves |-> FALSE, told |-> <<>>, acts |-> {}]

IsOut(c) == link[c].to = Nobody

\* It was let in, and knows: before the welcome has come a page sends nothing.
IsIn(c) == link[c].admitted /\ \A i \in DOMAIN down[c] : down[c][i].type # "welcome"

ClientsTypeOK ==
  /\ \A c \in Clients :
       /\ client[c].epoch \in 0..journal.epoch
       /\ client[c].room.revision \in Nat
       /\ \A i \in DOMAIN client[c].asked : client[c].asked[i].by = c
       /\ client[c].made \in Nat
       /\ link[c].to \in Nodes \cup {Nobody} /\ link[c].admitted \in BOOLEAN
       /\ \A i \in DOMAIN up[c] : up[c][i].type \in {"enter", "ask"}
       /\ \A i \in DOMAIN down[c] : down[c][i].type \in {"welcome", "event", "accepted", "rejected"}
       /\ player[c].moves \in BOOLEAN
       /\ \A i \in DOMAIN player[c].told : player[c].told[i].kind \in {"play", "pause"}
       /\ player[c].acts \subseteq {"play", "pause"}
  /\ \A m \in late : m.to \in Nodes /\ m.command.by \in Clients

----------------------------------------------------------------------------
(* Messages *)

EnterMessage(c) ==
  [type |-> "enter", epoch |-> client[c].epoch, revision |-> client[c].room.revision]
AskMessage(command) == [type |-> "ask", command |-> command]
EventMessage(event) == [type |-> "event", event |-> event]
EventMessages(events) == [i \in DOMAIN events |-> EventMessage(events[i])]
AcceptedMessage(id, revision) == [type |-> "accepted", id |-> id, revision |-> revision]
RejectedMessage(id, reason) == [type |-> "rejected", id |-> id, reason |-> reason]

\* EN2: may the client go on from where it is?
MayResume(room, message) ==
  message.epoch = journal.epoch /\ message.revision > 0 /\ message.revision <= room.revision

\* What somebody who comes in to a node with this copy of the room is shown.
Shown(room, message) ==
  IF MayResume(room, message)
  THEN <<[type |-> "welcome", epoch |-> journal.epoch, snapshot |-> <<>>]>>
         \o EventMessages(SubSeq(journal.events, message.revision + 1, room.revision))
  ELSE <<[type |-> "welcome", epoch |-> journal.epoch, snapshot |-> <<room>>]>>

\* `messages` for everyone who is in at node n.
ToAll(n, messages) ==
  [c \in Clients |-> IF link[c].to = n /\ link[c].admitted THEN down[c] \o messages ELSE down[c]]

----------------------------------------------------------------------------
(* What a page makes of a message *)

\* EN4: the next event is applied, one already applied is dropped.
Applying(copy, event) == IF Follows(copy, event) THEN Evolve(copy, event) ELSE copy
IsGap(copy, event) == event.revision > copy.revision + 1

WithoutAnswered(asked, id) == LET isOther(command) == command.id # id IN SelectSeq(asked, isOther)

Heard(page, message) ==
  CASE message.type = "welcome" ->
         [page EXCEPT !.epoch = message.epoch,
                      !.room = IF message.snapshot = <<>> THEN @ ELSE message.snapshot[1]]
    [] message.type = "event" -> [page EXCEPT !.room = Applying(@, message.event)]
    [] message.type = "accepted" -> [page EXCEPT !.asked = WithoutAnswered(@, message.id)]
    [] message.type = "rejected" ->
         [page EXCEPT !.asked = WithoutAnswered(@, message.id),
                      !.refused = @ \cup {[epoch |-> page.epoch, id |-> message.id]}]

\* After a welcome, what has no answer is sent again, and says so (CO1, ID6).
SentAgain(page, message) ==
  IF message.type = "welcome"
  THEN [i \in DOMAIN page.asked |-> AskMessage([page.asked[i] EXCEPT !.again = TRUE])] ELSE <<>>

----------------------------------------------------------------------------
(* Wishes *)

\* `origin` is who really wanted it, which no program can see: a person, or the page's own act.
Command(c, wish, origin) ==
  [type |-> "ask", id |-> client[c].made + 1, by |-> c, seen |-> client[c].room.revision,
   again |-> FALSE, wish |-> wish, origin |-> origin]

\* Makes the command known: it waits for its answer, and goes out if the client is in.
Making(c, command) ==
  /\ client' = [client EXCEPT ![c].asked = Append(@, command), ![c].made = @ + 1]
  /\ up' = [up EXCEPT ![c] = Append(@, AskMessage(command))]

----------------------------------------------------------------------------
(* Players *)

RoomMoves(copy) == copy.stage.type = "loaded" /\ copy.stage.playback.type = "playing"
Named(moves) == IF moves THEN "play" ELSE "pause"

\* The player is made to move or stand, and tells of it.
Told(p, moves, origin) ==
  [p EXCEPT !.moves = moves, !.told = Append(@, [kind |-> Named(moves), origin |-> origin])]

\* Is what the player tells the answer to an act, or in agreement with the room?
AnswersAct(c, kind) == kind \in player[c].acts
Agrees(c, kind) == kind = Named(RoomMoves(client[c].room))
IsEcho(c, kind) == AnswersAct(c, kind) \/ Agrees(c, kind)

\* While a wish has no answer, the player is the person's.
IsWishing(c) == client[c].asked # <<>>

=============================================================================
