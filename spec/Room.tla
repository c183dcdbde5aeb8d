-------------------------------- MODULE Room --------------------------------
(***************************************************************************)
(* A room at work: people with their pages, nodes, journal, bus, and       *)
(* everything that can happen to them. Actions that carry a command's name *)
(* are what that command is in protocol/ROOM.md.                           *)
(*                                                                         *)
(* The rules stand in Rules, what nodes have in Journal, what pages have   *)
(* in Clients. Here is what happens, and what is true in the end: first    *)
(* safety, then liveness. Bounds stand in MCRoom.                          *)
(***************************************************************************)
EXTENDS Clients

CONSTANTS
  Wishes,     \* what a person may wish for
  Allowance,  \* how many wishes, touches, drops, reloads, crashes and copies put back there are
  Prelude,    \* the commands by which the room has come to where it begins
  Present     \* who is in from the beginning

VARIABLE
  left        \* what is left of the allowance

vars == <<journalVars, clientVars, left>>

TypeOK == JournalTypeOK /\ ClientsTypeOK /\ \A each \in DOMAIN left : left[each] \in Nat

RECURSIVE HistoryOf(_, _)
HistoryOf(room, commands) ==
  IF commands = <<>> THEN <<>>
  ELSE LET events == Decide(room, Head(commands), 0, 0).events
       IN events \o HistoryOf(EvolveAll(room, events), Tail(commands))

Init ==
  LET history == HistoryOf(NewRoom, Prelude)
      room == EvolveAll(NewRoom, history)
  IN /\ now = 0
     /\ journal = [epoch |-> 1, events |-> history, rooms |-> RoomsAfter(NewRoom, history)]
     /\ bus = {}
     /\ node = [n \in Nodes |-> Running(room)]
     /\ \E home \in [Clients -> Nodes] :
          link = [c \in Clients |->
            IF c \in Present THEN [to |-> home[c], admitted |-> TRUE] ELSE NoLink]
     /\ client = [c \in Clients |->
          IF c \in Present THEN [Blank(0) EXCEPT !.epoch = 1, !.room = room] ELSE Blank(0)]
     /\ up = [c \in Clients |-> <<>>]
     /\ down = [c \in Clients |-> <<>>]
     /\ late = {}
     /\ player = [c \in Clients |-> [Still EXCEPT !.moves = c \in Present /\ RoomMoves(room)]]
     /\ left = Allowance

May(what) == left[what] > 0
Spend(what) == left' = [left EXCEPT ![what] = @ - 1]

----------------------------------------------------------------------------
(* What people do *)

\* A person wishes by the page's own controls.
Ask(c, wish) ==
  /\ IsIn(c) /\ client[c].room.revision > 0
  /\ May("wishes") /\ Spend("wishes")
  /\ Making(c, Command(c, wish, "person"))
  /\ UNCHANGED <<journalVars, link, down, late, player>>

\* A person works the player itself: a media key, a headset.
Touch(c) ==
  /\ c \in Players /\ May("touches") /\ Spend("touches")
  /\ player' = [player EXCEPT ![c] = Told(@, ~@.moves, "person")]
  /\ UNCHANGED <<journalVars, client, link, up, down, late>>

\* The page is loaded anew and knows nothing.
Reload(c) ==
  /\ ~IsOut(c) /\ May("reloads") /\ Spend("reloads")
  /\ client' = [client EXCEPT ![c] = Blank(@.made)]
  /\ late' = late \cup {[to |-> link[c].to, command |-> up[c][i].command] :
                          i \in {j \in DOMAIN up[c] : up[c][j].type = "ask"}}
  /\ link' = [link EXCEPT ![c] = NoLink]
  /\ up' = [up EXCEPT ![c] = <<>>]
  /\ down' = [down EXCEPT ![c] = <<>>]
  /\ node' = [n \in Nodes |-> IF node[n].owes # <<>> /\ node[n].owes[1].client = c
                              THEN [node[n] EXCEPT !.owes[1].client = Nobody] ELSE node[n]]
  /\ player' = [player EXCEPT ![c] = Still]
  /\ UNCHANGED <<now, journal, bus>>

----------------------------------------------------------------------------
(* What pages do *)

\* Comes to a node, for the first time or again.
Connect(c, n) ==
  /\ IsOut(c) /\ node[n].runs
  /\ link' = [link EXCEPT ![c] = [to |-> n, admitted |-> FALSE]]
  /\ up' = [up EXCEPT ![c] = <<EnterMessage(c)>>]
  /\ UNCHANGED <<journalVars, client, down, late, player, left>>

\* Takes the next message.
Hear(c) ==
  /\ down[c] # <<>>
  /\ LET message == Head(down[c])
         page == Heard(client[c], message)
     IN /\ client' = [client EXCEPT ![c] = page]
        /\ up' = [up EXCEPT ![c] = @ \o SentAgain(page, message)]
  /\ down' = [down EXCEPT ![c] = Tail(@)]
  /\ UNCHANGED <<journalVars, link, late, player, left>>

\* Makes the player do what the room does.
Follow(c) ==
  /\ c \in Players /\ ~IsWishing(c) /\ player[c].moves # RoomMoves(client[c].room)
  /\ IsPrompt => player[c].told = <<>>
  /\ player' = [player EXCEPT ![c] =
       [Told(@, ~@.moves, "page") EXCEPT !.acts = @ \cup {Named(~player[c].moves)}]]
  /\ UNCHANGED <<journalVars, client, link, up, down, late, left>>

\* Finds out whether what the player told is a person's wish.
Judge(c) ==
  /\ player[c].told # <<>>
  /\ LET told == Head(player[c].told)
     IN /\ player' = [player EXCEPT ![c].told = Tail(@), ![c].acts = @ \ {told.kind}]
        /\ IF IsEcho(c, told.kind) THEN UNCHANGED <<client, up>>
           ELSE IF IsIn(c) THEN Making(c, Command(c, [type |-> told.kind], told.origin))
           ELSE UNCHANGED <<client, up>>
  /\ UNCHANGED <<journalVars, link, down, late, left>>

----------------------------------------------------------------------------
(* What nodes do *)

NoReply(decision) == <<>>

\* What the author of the command with this id is told of a decision.
AnswerTo(id, decision) ==
  CASE decision.type = "accepted" -> <<AcceptedMessage(id, Head(decision.events).revision)>>
    [] decision.type = "repeated" -> <<AcceptedMessage(id, decision.revision)>>
    [] decision.type = "rejected" -> <<RejectedMessage(id, decision.reason)>>

\* A node takes the oldest message of a client, and has to append.
Take(n, c) ==
  /\ link[c].to = n /\ up[c] # <<>>
  /\ LET message == Head(up[c])
         answer(decision) == AnswerTo(message.command.id, decision)
         entering(decision) == <<message>>
     IN IF message.type = "ask" THEN Commit(n, message.command, c, answer)
        ELSE Commit(n, [type |-> "enter", member |-> c], c, entering)
  /\ up' = [up EXCEPT ![c] = Tail(@)]
  /\ UNCHANGED <<now, bus, client, link, down, late, player, left>>

\* Does the node have to look at the journal before it can say anything about the message? The client
\* has seen more of this history than the node.
IsAhead(n, message) ==
  LET seen == IF message.type = "ask" THEN message.command.seen
              ELSE IF message.epoch = journal.epoch THEN message.revision ELSE 0
  IN seen > node[n].room.revision /\ IsBehind(n)

Answered(n, c, message) ==
  IF message.type = "enter" THEN Shown(node[n].room, message)
  ELSE AnswerTo(message.command.id, Decide(node[n].room, message.command, now, Lead))

\* A node takes the oldest message of a client, and has nothing to append.
Reply(n, c) ==
  /\ link[c].to = n /\ up[c] # <<>> /\ IsFree(n)
  /\ LET message == Head(up[c])
         command == IF message.type = "ask" THEN message.command ELSE [type |-> "enter", member |-> c]
     IN /\ ~IsAhead(n, message)
        /\ EventsOf(Decide(node[n].room, command, now, Lead)) = <<>>
        /\ down' = [down EXCEPT ![c] = @ \o Answered(n, c, message)]
        /\ link' = [link EXCEPT ![c].admitted = @ \/ message.type = "enter"]
  /\ up' = [up EXCEPT ![c] = Tail(@)]
  /\ UNCHANGED <<journalVars, client, late, player, left>>

\* Everyone is sent what was appended, and who waits for it the answer (CO4); who came in is shown
\* the room.
Tell(n) ==
  /\ node[n].runs /\ node[n].owes # <<>>
  /\ LET debt == Head(node[n].owes)
         c == debt.client
         sent == ToAll(n, EventMessages(debt.events))
         isEntering == debt.reply # <<>> /\ debt.reply[1].type = "enter"
         reply == IF isEntering THEN Shown(node[n].room, debt.reply[1]) ELSE debt.reply
     IN IF c = Nobody THEN down' = sent /\ UNCHANGED link
        ELSE /\ down' = [sent EXCEPT ![c] = @ \o reply]
             /\ link' = [link EXCEPT ![c].admitted = @ \/ isEntering]
  /\ bus' = Published(n)
  /\ node' = [node EXCEPT ![n].owes = <<>>]
  /\ UNCHANGED <<now, journal, client, up, late, player, left>>

\* A command arrives whose connection has ended: nobody waits for the answer.
Straggle(n, message) ==
  /\ message.to = n
  /\ Commit(n, message.command, Nobody, NoReply)
  /\ late' = late \ {message}
  /\ UNCHANGED <<now, bus, client, link, up, down, player, left>>

\* A message of the bus reaches a node.
Deliver(n, message) ==
  /\ IsFree(n) /\ message.epoch = journal.epoch /\ Takes(n, message.event)
  /\ node' = [node EXCEPT ![n].room = Evolve(@, message.event)]
  /\ down' = ToAll(n, <<EventMessage(message.event)>>)
  /\ UNCHANGED <<now, journal, bus, client, link, up, late, player, left>>

\* A node reads what others have appended: because its own append failed, or now and then.
Look(n) ==
  /\ IsFree(n) /\ IsBehind(n)
  /\ node' = [node EXCEPT ![n].room = RoomAt(Newest)]
  /\ down' = ToAll(n, EventMessages(SubSeq(journal.events, node[n].room.revision + 1, Newest)))
  /\ UNCHANGED <<now, journal, bus, client, link, up, late, player, left>>

\* A rule of the room: nobody waits for it.
Own(n, command) ==
  /\ Commit(n, command, Nobody, NoReply)
  /\ UNCHANGED <<now, bus, clientVars, left>>

Lose(n, c) == IsOut(c) /\ Own(n, [type |-> "lose", member |-> c])
Leave(n, c) ==
  /\ IsOut(c) /\ c \in MemberIds(node[n].room) /\ ~IsHere(MemberOf(node[n].room, c))
  /\ Own(n, [type |-> "leave", member |-> c])
Tick(n) == IsDue(node[n].room, now) /\ Own(n, [type |-> "tick"])

----------------------------------------------------------------------------
(* What happens to them *)

\* Time goes on to its bound, and beyond it as long as a wait has not come to its deadline.
IsWaiting == RoomAt(Newest).stage.type = "loaded" /\ RoomAt(Newest).stage.playback.type = "waiting"
MayPass == now < LastTime \/ (IsWaiting /\ now < Deadline(RoomAt(Newest)))

Pass ==
  /\ MayPass
  /\ now' = now + 1
  /\ UNCHANGED <<journal, bus, node, clientVars, left>>

\* A connection ends. What was under way to the node may still arrive.
Drop(c) ==
  /\ ~IsOut(c) /\ May("drops") /\ Spend("drops")
  /\ late' = late \cup {[to |-> link[c].to, command |-> up[c][i].command] :
                          i \in {j \in DOMAIN up[c] : up[c][j].type = "ask"}}
  /\ link' = [link EXCEPT ![c] = NoLink]
  /\ up' = [up EXCEPT ![c] = <<>>]
  /\ down' = [down EXCEPT ![c] = <<>>]
  /\ node' = [n \in Nodes |-> IF node[n].owes # <<>> /\ node[n].owes[1].client = c
                              THEN [node[n] EXCEPT !.owes[1].client = Nobody] ELSE node[n]]
  /\ UNCHANGED <<now, journal, bus, client, player>>

\* A node dies with everything that it knew and that was under way to it and from it.
Crash(n) ==
  /\ node[n].runs /\ May("crashes") /\ Spend("crashes")
  /\ node' = [node EXCEPT ![n] = Stopped]
  /\ late' = {m \in late : m.to # n}
  /\ link' = [c \in Clients |-> IF link[c].to = n THEN NoLink ELSE link[c]]
  /\ up' = [c \in Clients |-> IF link[c].to = n THEN <<>> ELSE up[c]]
  /\ down' = [c \in Clients |-> IF link[c].to = n THEN <<>> ELSE down[c]]
  /\ UNCHANGED <<now, journal, bus, client, player>>

\* A node starts and reads the room from the journal.
Start(n) ==
  /\ ~node[n].runs
  /\ node' = [node EXCEPT ![n] = Running(RoomAt(Newest))]
  /\ UNCHANGED <<now, journal, bus, clientVars, left>>

\* While no node runs, the history is put back from a copy that is `lost` events older.
PutBack(lost) ==
  /\ \A n \in Nodes : ~node[n].runs
  /\ May("copies") /\ Spend("copies")
  /\ lost \in 1..Newest
  /\ journal' = [epoch |-> journal.epoch + 1,
                  events |-> SubSeq(journal.events, 1, Newest - lost),
                  rooms |-> SubSeq(journal.rooms, 1, Newest - lost)]
  /\ UNCHANGED <<now, bus, node, clientVars>>

Next ==
  \/ \E c \in Clients :
       \/ \E wish \in Wishes : Ask(c, wish)
       \/ Touch(c) \/ Reload(c) \/ Hear(c) \/ Follow(c) \/ Judge(c) \/ Drop(c)
       \/ \E n \in Nodes : Connect(c, n) \/ Take(n, c) \/ Reply(n, c) \/ Lose(n, c) \/ Leave(n, c)
  \/ \E n \in Nodes :
       \/ Tell(n) \/ Look(n) \/ Tick(n) \/ Crash(n) \/ Start(n)
       \/ \E message \in late : Straggle(n, message)
       \/ \E message \in bus : Deliver(n, message)
  \/ \E lost \in 1..2 : PutBack(lost)
  \/ Pass

\* Nothing that a program has to do is put off for ever. Wishes and faults need not happen, and what
\* the bus or an ended connection holds need not arrive. Each line is the weak fairness of an action,
\* with the condition under which it is possible written out: what stays possible is done.
CanConnect(c) == IsOut(c) /\ \E n \in Nodes : node[n].runs
CanTake(n, c) == link[c].to = n /\ up[c] # <<>> /\ IsFree(n) /\ ~IsBehind(n)
CanFollow(c) ==
  /\ c \in Players /\ ~IsWishing(c) /\ player[c].told = <<>>
  /\ player[c].moves # RoomMoves(client[c].room)
CanTick(n) == IsFree(n) /\ ~IsBehind(n) /\ IsDue(node[n].room, now)
Comes(c) == \E n \in Nodes : Connect(c, n)
Serves(n, c) == Take(n, c) \/ Reply(n, c)

Fairness ==
  /\ []<>~MayPass \/ []<><<Pass>>_vars
  /\ \A c \in Clients :
       /\ []<>(down[c] = <<>>) \/ []<><<Hear(c)>>_vars
       /\ []<>~CanFollow(c) \/ []<><<Follow(c)>>_vars
       /\ []<>(player[c].told = <<>>) \/ []<><<Judge(c)>>_vars
       /\ []<>~CanConnect(c) \/ []<><<Comes(c)>>_vars
       /\ \A n \in Nodes : []<>~CanTake(n, c) \/ []<><<Serves(n, c)>>_vars
  /\ \A n \in Nodes :
       /\ []<>(~node[n].runs \/ node[n].owes = <<>>) \/ []<><<Tell(n)>>_vars
       /\ []<>~(IsFree(n) /\ IsBehind(n)) \/ []<><<Look(n)>>_vars
       /\ []<>~CanTick(n) \/ []<><<Tick(n)>>_vars
       /\ []<>node[n].runs \/ []<><<Start(n)>>_vars

Spec == Init /\ [][Next]_vars
FairSpec == Spec /\ Fairness

----------------------------------------------------------------------------
(* Safety *)

\* OR1, OR2: one order.
OneOrder ==
  \A i \in DOMAIN journal.events :
    /\ journal.events[i].revision = i
    /\ i > 1 => journal.events[i].at >= journal.events[i - 1].at

\* OR3: what is true anywhere is a function of the history; what a page of this epoch has is a
\* beginning of it.
OneHistory ==
  /\ \A n \in Nodes : node[n].runs =>
       node[n].room.revision <= Newest /\ node[n].room = RoomAt(node[n].room.revision)
  /\ \A c \in Clients : client[c].epoch = journal.epoch =>
       client[c].room.revision <= Newest /\ client[c].room = RoomAt(client[c].room.revision)

\* ID1, ID2: a command is accepted at most once; its events stand together.
AcceptedOnce ==
  \A i, j \in DOMAIN journal.events :
    LET one == journal.events[i]
        other == journal.events[j]
    IN (i < j /\ one.by # TheRoom /\ one.by = other.by /\ one.command = other.command) =>
         \A k \in i..j : journal.events[k].by = one.by /\ journal.events[k].command = one.command

\* ID6: who was told that nothing happened was told the truth, for as long as this history lasts.
RefusedForGood ==
  \A c \in Clients : \A told \in client[c].refused : told.epoch = journal.epoch =>
    \A i \in DOMAIN journal.events :
      LET event == journal.events[i]
      IN event.by = c /\ event.command = told.id => event.what.type = "refused"

\* CO4: an answer means that the row is there.
AnswerMeansRow ==
  \A c \in Clients : \A i \in DOMAIN down[c] :
    LET message == down[c][i]
    IN message.type = "accepted" =>
         /\ message.revision \in DOMAIN journal.events
         /\ journal.events[message.revision].by = c
         /\ journal.events[message.revision].command = message.id

\* RI1: nothing was done by anybody who had not the right to it when it was decided.
WishIn(what) ==
  CASE what.type = "mediaLoaded" -> <<"load">>
    [] what.type = "playbackChanged" /\ what.cause \in {"PLAYED", "PAUSED"} -> <<"playPause">>
    [] what.type = "playbackChanged" /\ what.cause = "SEEKED" -> <<"seek">>
    [] what.type = "playbackChanged" /\ what.cause = "RATE_CHANGED" -> <<"speed">>
    [] what.type \in {"queued", "queueMoved", "autoAdvanceChanged"} -> <<"queue">>
    [] OTHER -> <<>>
NoActionWithoutRight ==
  \A i \in DOMAIN journal.events :
    LET event == journal.events[i]
        before == RoomAt(i - 1)
        role == RoleOf(MemberOf(before, event.by))
        wished == WishIn(event.what)
    IN event.by # TheRoom /\ event.what.type # "refused" =>
         /\ event.by \in MemberIds(before)
         /\ wished # <<>> =>
              \/ role \in {"OWNER", "HOST"}
              \/ role \in {"MEMBER", "GUEST"} /\ before.control[wished[1]] = "EVERYONE"
         /\ event.what.type \in {"controlChanged", "hostChanged", "standingChanged", "kicked",
                                "banned", "unbanned", "mutedChanged", "lockChanged",
                                "doorChanged"} =>
              role \in {"OWNER", "HOST"}
         /\ event.what.type \in {"ownerChanged", "closed"} => role = "OWNER"

\* No echo becomes a command.
NoEcho ==
  \A c \in Clients : \A i \in DOMAIN client[c].asked : client[c].asked[i].origin = "person"

\* EN4: on a connection nothing is missing.
NoGap ==
  \A c \in Clients :
    down[c] # <<>> /\ Head(down[c]).type = "event" => ~IsGap(client[c].room, Head(down[c]).event)

\* No page goes back within an epoch.
NeverBack ==
  [][\A c \in Clients :
       client[c].epoch = client'[c].epoch => client'[c].room.revision >= client[c].room.revision]_vars

----------------------------------------------------------------------------
(* Liveness *)

\* In the end everyone is in, has the same room, and has all answers.
Converged ==
  \A c \in Clients :
    /\ IsIn(c) /\ client[c].asked = <<>>
    /\ client[c].epoch = journal.epoch /\ client[c].room = RoomAt(Newest)
    /\ c \in Players => player[c].moves = RoomMoves(client[c].room)
Converges == <>[]Converged

\* GA4: no wait is endless.
NoEndlessWait == IsWaiting ~> ~IsWaiting

=============================================================================
