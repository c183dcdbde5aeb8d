------------------------------ MODULE MCRules ------------------------------
(***************************************************************************)
(* The rules alone: one room, every command of every member in every       *)
(* order, deadlines that come late, clocks that go back, a server that was *)
(* away. No network and no nodes: what is true here is true of any         *)
(* history.                                                                *)
(*                                                                         *)
(* Bounds: the history grows to LastRevision, and time goes to LastTime;   *)
(* both only cut off what would come later.                                *)
(***************************************************************************)
EXTENDS Rules

CONSTANTS
  People,         \* who may come
  Lead,           \* how far ahead a change of motion is scheduled
  LastTime,       \* how far time goes
  LastRevision,   \* how long the history grows
  Lengths,        \* how long the media may last
  Gates           \* for whom the room may be set to wait

VARIABLES
  room,           \* the room
  instant,        \* what the clock of the node shows; it may go back by one
  asked           \* the command that has led here, if one has; not in the views, it is for the stories
                  \* that are made of counterexamples

vars == <<room, instant, asked>>

\* What a configuration may put in the place of a definition.
One == 1
AllStandings == {"MEMBER", "GUEST", "WATCHER"}

AllOrders == {"kick", "ban", "unban", "setMuted", "setLocked", "say"}
Slowly == {"setSlowMode", "say"}
ReadingAlong == {"setWriters", "setMuted", "say", "edit"}
AtTheDoor == {"setDoor", "giveRoom", "closeRoom", "kick"}
Two == 2
OnlyGuests == {"GUEST"}
OnlyAsk == {"ASK"}
Three == 3

Queued == {item.item : item \in Elements(room.queue)} \cup {1}
\* What may be wished about a queue, and about an item that is not in it.
OfQueue ==
  {[type |-> "enqueue", media |-> <<[length |-> 1]>>], [type |-> "stay"], [type |-> "play"],
   [type |-> "load", length |-> 1]}
    \cup {[type |-> "setAutoAdvance", on |-> on] : on \in BOOLEAN}
    \cup {[type |-> type, item |-> item] : type \in {"dequeue", "playQueued"}, item \in Queued}
    \cup {[type |-> "moveQueued", item |-> item, to |-> to] : item \in Queued, to \in 0..1}
    \cup {[type |-> "vote", item |-> item, up |-> up] : item \in Queued, up \in BOOLEAN}
OneSecond == 1

\* The mistake of mistakes/goes_on_again: what was due is due again.
StillGoingOn(it) == it

\* What may be wished while a film comes, and how much of it may be said to be there.
WhileItComes ==
  {[type |-> type] : type \in {"play", "pause", "reportBuffering"}}
    \cup {[type |-> "reportReady", length |-> Unknown]}
    \cup {[type |-> "seek", position |-> position] : position \in {0, 3}}
SomeOfIt == {1, 2, Never}
AllOfIt == [type |-> "grow", loaded |-> TRUE, available |-> Never]

\* The mistake of mistakes/runs_ahead: what is not there yet is taken to be.
AsIfAllWereThere(stage, position) == Clamp(stage.length, position)

Supplies == {}    \* how much of the film may be said to be there
Standings == {}   \* what members may be made
Orders == {}      \* by which wishes there is order
Policies == {"EVERYONE", "HOST_ONLY"}  \* what control may be set to

PlaybackWishes ==
  {[type |-> type] : type \in {"play", "pause", "reportBuffering", "reportUnable"}}
    \cup {[type |-> "reportReady", length |-> length] : length \in Lengths}
    \cup {[type |-> "seek", position |-> position] : position \in {0, 2, 9}}
    \cup {[type |-> "load", length |-> Unknown]}
    \cup {[type |-> "setGate", gate |-> gate] : gate \in Gates}
    \cup {[type |-> "setExcused", excused |-> excused] : excused \in BOOLEAN}
NoWishes == {}
Doors ==
  {[NewRoom.door EXCEPT !.access = "INVITED", !.newcomers = "GUEST"],
   [NewRoom.door EXCEPT !.access = "PASSWORD", !.capacity = 2]}
FewWishes == {[type |-> "play"], [type |-> "pause"], [type |-> "load", length |-> Unknown]}

Wishes ==
  PlaybackWishes
    \cup {[type |-> "setControl", control |-> ControlOfAll(policy)] : policy \in Policies}
    \cup (IF "ASK" \notin Policies THEN {}
          ELSE {[type |-> "withdraw"]}
            \cup {[type |-> "answer", member |-> member, proposal |-> proposal, accepted |-> accepted] :
                    member \in People, proposal \in {LastRevision - 2, LastRevision - 1},
                    accepted \in BOOLEAN})
    \cup {[type |-> "handOver", to |-> to] : to \in People}
    \cup {[type |-> "setStanding", member |-> member, standing |-> standing] :
             member \in People, standing \in Standings}
    \cup {[type |-> type, member |-> member] :
             type \in Orders \cap {"kick", "ban", "unban", "giveRoom"}, member \in People}
    \cup {[type |-> type, member |-> member, muted |-> muted] :
             type \in Orders \cap {"setMuted"}, member \in People, muted \in BOOLEAN}
    \cup {[type |-> type, locked |-> locked] :
             type \in Orders \cap {"setLocked"}, locked \in BOOLEAN}
    \cup {[type |-> type, slow |-> slow] :
             type \in Orders \cap {"setSlowMode"}, slow \in {Never, 2}}
    \cup {[type |-> type, writers |-> writers] :
             type \in Orders \cap {"setWriters"}, writers \in {"EVERYBODY", "MEMBERS", "HOSTS"}}
    \cup {[type |-> type, there |-> TRUE, of |-> member] :
             type \in Orders \cap {"edit"}, member \in People}
    \cup {[type |-> type, door |-> door] : type \in Orders \cap {"setDoor"}, door \in Doors}
    \cup {[type |-> type] : type \in Orders \cap {"say", "closeRoom"}}

\* ids never come twice here; what comes again is the matter of MCRoom.
AskOf(by, seen, wish) ==
  [type |-> "ask", id |-> room.revision + 1, by |-> by, seen |-> seen, again |-> FALSE,
   wish |-> wish]

Commands ==
  {[type |-> type, member |-> member] : type \in {"enter", "lose", "leave"}, member \in People}
    \cup (IF "setDoor" \notin Orders THEN {}
          ELSE {[type |-> "enter", member |-> member, credential |-> credential] : member \in People,
                  credential \in {[type |-> "password"], [type |-> "invited", standing |-> "WATCHER"]}})
    \cup {[type |-> "tick"]}
    \cup {[type |-> "grow", loaded |-> TRUE, available |-> available] : available \in Supplies}
    \cup (IF Supplies = {} THEN {} ELSE {[type |-> "vanish", loaded |-> TRUE]})
    \cup {[type |-> "interrupt", since |-> since] : since \in {instant - AbsenceLimit - 1}}
    \cup {AskOf(by, room.revision, wish) : by \in People, wish \in Wishes}
    \cup {AskOf(by, 0, wish) : by \in People, wish \in Wishes}

Opened == EvolveAll(NewRoom, Decide(NewRoom, [type |-> "open", length |-> Unknown], 0, Lead).events)
Entered(before, member) ==
  EvolveAll(before, Decide(before, [type |-> "enter", member |-> member], 0, Lead).events)

Init == instant = 0 /\ room = Opened /\ asked = <<>>

\* Where Ben has to ask Anna.
InitAsking ==
  LET both == Entered(Entered(Opened, "anna"), "ben")
      ask == [type |-> "ask", id |-> 0, by |-> "anna", seen |-> both.revision, again |-> FALSE,
              wish |-> [type |-> "setControl", control |-> ControlOfAll("ASK")]]
  IN instant = 0 /\ room = EvolveAll(both, Decide(both, ask, 0, Lead).events) /\ asked = <<>>

\* Where a film of one unit plays, nobody is waited for, and Ben has put two others in the queue.
InitQueue ==
  LET both == Entered(Entered(Opened, "anna"), "ben")
      ask(before, by, wish) ==
        [type |-> "ask", id |-> before.revision + 1, by |-> by, seen |-> before.revision, again |-> FALSE,
         wish |-> wish]
      After(before, by, wish) ==
        EvolveAll(before, Decide(before, ask(before, by, wish), 0, Lead).events)
  IN /\ instant = 0 /\ asked = <<>>
     /\ room = After(After(After(After(both, "anna", [type |-> "setGate", gate |-> NoOne]),
                       "ben", [type |-> "enqueue", media |-> <<[length |-> 1], [length |-> 1]>>]),
                 "anna", [type |-> "load", length |-> 1]), "anna", [type |-> "play"])

\* Where Anna and Ben are ready before a film of three units, of which one is there.
InitComing ==
  LET opened == EvolveAll(NewRoom, Decide(NewRoom, [type |-> "open", length |-> 3], 0, Lead).events)
      both == Entered(Entered(opened, "anna"), "ben")
      ready(before, by) ==
        EvolveAll(before, Decide(before, [type |-> "ask", id |-> before.revision + 1, by |-> by,
          seen |-> before.revision, again |-> FALSE,
          wish |-> [type |-> "reportReady", length |-> Unknown]], 0, Lead).events)
      grown(before) ==
        EvolveAll(before, Decide(before, [AllOfIt EXCEPT !.available = 1], 0, Lead).events)
  IN instant = 0 /\ room = grown(ready(ready(both, "anna"), "ben")) /\ asked = <<>>

\* Where it matters what three people do to one another: they are in already, and Anna owns the room.
InitWithThree ==
  instant = 0 /\ room = Entered(Entered(Entered(Opened, "anna"), "ben"), "carla") /\ asked = <<>>

Happen(command) ==
  LET decision == Decide(room, command, instant, Lead)
  IN /\ decision.type = "accepted"
     /\ room.revision < LastRevision
     /\ room' = EvolveAll(room, decision.events)
     /\ asked' = <<command>>
     /\ UNCHANGED instant

Pass == instant < LastTime /\ instant' = instant + 1 /\ asked' = <<>> /\ UNCHANGED room
GoBack == instant > 0 /\ instant' = instant - 1 /\ asked' = <<>> /\ UNCHANGED room

Next == Pass \/ GoBack \/ \E command \in Commands : Happen(command)
Spec == Init /\ [][Next]_vars

\* The same room a while later is the same room: what matters is the distance of times. Commands that
\* were answered matter only when they come again, which they do not here.
View ==
  <<[room EXCEPT !.answered = <<>>, !.members = [i \in DOMAIN @ |-> [@[i] EXCEPT !.spoke = 0]]],
    instant>>

\* Where the grant is never used up, what was spent of it decides nothing either.
PatientView ==
  <<[room EXCEPT !.answered = <<>>,
                 !.members = [i \in DOMAIN @ |-> [@[i] EXCEPT !.spent = 0, !.spentAt = 0, !.spoke = 0]]],
    instant>>

\* Where it matters when somebody spoke (CH2).
TalkingView == <<[room EXCEPT !.answered = <<>>], instant>>

\* What a configuration may choose for Gates.
AllGates == {Everyone, HostAlone, Quorum(60), NoOne}
OnlyEveryone == {Everyone}

----------------------------------------------------------------------------

TypeOK ==
  /\ instant \in 0..LastTime
  /\ room.revision \in Nat /\ room.at \in 0..LastTime
  /\ room.control \in {ControlOfAll(policy) : policy \in {"EVERYONE", "ASK", "HOST_ONLY"}}
  /\ \A i \in DOMAIN room.members :
       /\ room.members[i].readiness \in {"READY", "BUFFERING", "CATCHING_UP"}
       /\ room.members[i].lost \in -1..LastTime

\* HO1: exactly one host while anyone is there.
OneHost == Cardinality(Hosts(room)) = IF room.members = <<>> THEN 0 ELSE 1

\* HO4: whoever has come, one of them owns the room, here or away.
OneOwner ==
  (room.members # <<>> \/ room.absent # <<>>) =>
    Cardinality({x \in Elements(room.members) \cup Elements(room.absent) : x.standing = "OWNER"}) = 1

\* RI1, RI3, RI4: whatever a member's wish does, the member had the right to it, by the table told in
\* another way: who may do what to whom.
May(by, wish) ==
  LET role == RoleOf(by)
      free(action) == room.control[action] \in {"EVERYONE", "ASK"}
  IN CASE wish.type \in {"reportReady", "reportBuffering", "reportUnable", "setExcused", "withdraw"} -> TRUE
       [] wish.type \in {"say", "edit"} ->
            /\ role # "WATCHER" /\ (~by.muted \/ by.host)
            /\ CASE room.writers = "EVERYBODY" -> TRUE
                 [] room.writers = "MEMBERS" -> role # "GUEST"
                 [] room.writers = "HOSTS" -> by.host \/ by.standing = "OWNER"
            /\ wish.type = "edit" => wish.of = by.id
       [] wish.type \in {"giveRoom", "closeRoom"} -> role = "OWNER"
       [] wish.type \in {"setControl", "setGate", "handOver", "unban", "setLocked", "setSlowMode", "setWriters",
                         "setDoor", "answer"} -> role \in {"OWNER", "HOST"}
       [] wish.type \in {"setStanding", "kick", "ban", "setMuted"} ->
            \/ role = "OWNER" /\ wish.member # by.id
            \/ role = "HOST" /\ RoleOf(MemberOf(room, wish.member)) \in {"MEMBER", "GUEST", "WATCHER"}
       [] wish.type \in {"play", "pause"} ->
            role \in {"OWNER", "HOST"} \/ (role \in {"MEMBER", "GUEST"} /\ free("playPause"))
       [] wish.type = "seek" ->
            role \in {"OWNER", "HOST"} \/ (role \in {"MEMBER", "GUEST"} /\ free("seek"))
       [] wish.type \in {"enqueue", "moveQueued", "setAutoAdvance"} ->
            role \in {"OWNER", "HOST"} \/ (role = "MEMBER" /\ free("queue"))
       [] wish.type = "dequeue" ->
            \/ role \in {"OWNER", "HOST"} \/ (role = "MEMBER" /\ free("queue"))
            \/ \E item \in Elements(room.queue) : item.item = wish.item /\ item.by = by.id
       [] wish.type = "vote" -> role # "WATCHER"
       [] wish.type \in {"load", "playQueued", "stay"} -> role \in {"OWNER", "HOST"} \/ (role = "MEMBER" /\ free("load"))
NothingWithoutTheRight ==
  \A by \in People : \A wish \in Wishes :
    LET decision == Decide(room, AskOf(by, room.revision, wish), instant, Lead)
    IN decision.type = "accepted" =>
         /\ by \in MemberIds(room) /\ May(MemberOf(room, by), wish)
         /\ (IsOfFilm(wish) /\ room.control[ActionIn(wish)] = "ASK"
               /\ RoleOf(MemberOf(room, by)) \notin {"OWNER", "HOST"}) =>
               Len(decision.events) = 1 /\ decision.events[1].what.type = "proposed"

\* AS1, AS3, AS4: one proposal a member, of somebody who has to ask for it, and a tick ends it.
ProposalsAreOpen ==
  /\ \A p \in Elements(room.proposals) :
       /\ p.by \in MemberIds(room) /\ Permission(room, MemberOf(room, p.by), p.wish) = "ASK"
       /\ p \notin Elements(
            EvolveAll(room, Decide(room, [type |-> "tick"], p.until, Lead).events).proposals)
  /\ Cardinality({p.by : p \in Elements(room.proposals)}) = Len(room.proposals)

\* QU1, QU3: an item stands there once, and members alone vote, each once for one.
QueueIsSound ==
  /\ Cardinality({item.item : item \in Elements(room.queue)}) = Len(room.queue)
  /\ \A item \in Elements(room.queue) :
       /\ Elements(item.votes) \subseteq MemberIds(room)
       /\ Cardinality(Elements(item.votes)) = Len(item.votes)

\* QU5: the room is about to go on only from the end of a film, by itself, and to something.
GoesOnFromAnEnd ==
  room.next # Never =>
    /\ room.autoAdvance /\ room.queue # <<>>
    /\ room.stage.type = "loaded" /\ room.stage.playback.type = "paused"
    /\ room.stage.playback.position = room.stage.length

\* QU5: what is due is done once: whoever is told again that it is due has nothing to do.
GoesOnOnce ==
  room.next # Never =>
    LET tick == [type |-> "tick"]
        after == EvolveAll(room, Decide(room, tick, room.next, Lead).events)
        again == Decide(after, tick, room.next, Lead)
    IN /\ after.next = Never
       /\ Here(room) # {} => Len(after.queue) = Len(room.queue) - 1
       /\ again.type = "rejected"

\* OD2: nobody who is banned has a place, and no more are banned than can be.
NobodyBannedIsHere ==
  /\ \A a \in Banned(room) : a.id \notin MemberIds(room)
  /\ Cardinality(Banned(room)) <= MostBanned /\ Len(room.absent) <= MostAbsent

\* OD4: into a locked room comes nobody but its owner.
\* AC2, AC3: what is asked for at the door was seen, of whom the room keeps nothing; and there was a place.
IsLetIn(id) == id \in MemberIds(room') \ MemberIds(room) /\ ~\E a \in KeptOf(room, id) : a.standing = "OWNER"
NobodyIsLetInPastTheDoor ==
  [][\A id \in People : IsLetIn(id) /\ room.members # <<>> =>
       /\ Len(room.members) < room.door.capacity
       /\ room.door.access = "INVITED" /\ KeptOf(room, id) = {} =>
            MemberOf(room', id).standing = "WATCHER"]_vars
\* AC7: nothing happens after the end.
NothingAfterTheEnd == [][room.closed => room' = room]_vars

NobodyIsLetInWhileLocked ==
  [][room.locked /\ room'.locked =>
       \A id \in MemberIds(room') \ MemberIds(room) : MemberOf(room', id).standing = "OWNER"]_vars

\* ME1, ME2: nobody has two places.
OnePlace == Cardinality(MemberIds(room)) = Len(room.members)

\* PB6, PB8, UP1: the position lies in the media, and in what is there of it.
IsLoaded == room.stage.type = "loaded"
InsideMedia == IsLoaded => room.stage = Within(room.stage)

\* UP1 to UP3: nobody is shown what is not there: the room is asked anew before the line gets there.
NeverAhead ==
  IsLoaded /\ room.stage.available # Never =>
    /\ room.stage.playback.position <= room.stage.available
    /\ room.stage.playback.type = "playing" =>
         /\ PlaybackDeadline(room) # Never
         /\ LinePosition(room.stage.playback, PlaybackDeadline(room) - 1)
              < Max(1, Min(room.stage.available, room.stage.length))

\* UP3: who waits for the film waits for nothing else, and not once all of it is there.
FilmWaitEnds ==
  IsLoaded /\ IsShort(room.stage) =>
    LET decision == Decide(room, AllOfIt, instant, Lead)
        after == EvolveAll(room, decision.events)
    IN /\ PlaybackDeadline(room) = Never
       /\ decision.type = "accepted"
       /\ after.stage.playback.type = "waiting" => PlaybackDeadline(after) # Never

\* GA3, UP3: a room that plays has nobody to wait for, one that waits has, unless nobody is there, or it
\* waits for the film.
WaitsForSomebody ==
  IsLoaded =>
    /\ room.stage.playback.type = "playing" => WaitedFor(room) = {}
    /\ room.stage.playback.type = "waiting" =>
         WaitedFor(room) # {} \/ Here(room) = {} \/ IsShort(room.stage)

\* GA4: a wait has a deadline, and a tick at the deadline ends it.
WaitEnds ==
  room.stage.playback.type = "waiting" =>
    LET until == room.stage.playback.until
        decision == Decide(room, [type |-> "tick"], until, Lead)
    IN /\ until <= room.stage.playback.since + WaitLimit
       /\ decision.type = "accepted"
       /\ EvolveAll(room, decision.events).stage.playback.type = "playing"

\* GA7: nobody is waited for longer than the grant, and one wait beyond it.
GraceIsLimited == \A m \in Elements(room.members) : m.spent <= Grant + WaitLimit

\* ME4: nobody is gone from a room that moves on without anyone.
NobodyLeftBehind == room.members = <<>> => room.stage.playback.type = "paused"

\* GI1, GI2: a giant waits for nobody, and a room is one while more than enough are there.
GiantsWaitForNobody ==
  /\ room.giant => Cardinality(Here(room)) >= Fewest /\ WaitedFor(room) = {}
  /\ ~room.giant => Cardinality(Here(room)) <= MostUsual
  /\ room.giant => \A m \in Elements(room.members) : m.readiness = "CATCHING_UP"

\* CH2: who does not run the room pauses between two messages, and after coming in.
NobodyIsTooQuick ==
  [][\A m \in Elements(room.members) :
       m.id \in MemberIds(room') /\ MemberOf(room', m.id).spoke # m.spoke
         /\ RoleOf(m) \notin {"OWNER", "HOST"} =>
         MemberOf(room', m.id).spoke - m.spoke >= Pause(room)]_vars

\* OR2, and PB3: a line begins at or after the event that made it.
NeverBack == [][room'.at >= room.at /\ room'.revision >= room.revision]_vars

\* Reached, as the configurations of reach/ show.
NeverWaiting == room.stage.playback.type # "waiting"
NeverCatchingUp ==
  ~(room.stage.playback.type = "playing"
      /\ \E m \in Elements(room.members) : m.readiness = "CATCHING_UP")
NeverGoingOn == room.next = Never
NeverAwaiting == IsLoaded => ~IsShort(room.stage)
NeverLostHost == \A m \in Elements(room.members) : m.host => IsHere(m)
=============================================================================
