----------------------------- MODULE RoomState -----------------------------
(***************************************************************************)
(* What is true of a room, and what can be read from that: RoomState and   *)
(* its parts in room/.                                                     *)
(*                                                                         *)
(* Modelled: members, roles and rights, control, playback with anchors,    *)
(* waiting with its gate, its deadline and its grace, the queue with its   *)
(* votes and the going on to it, the memory of answered commands.          *)
(* Times and positions are whole numbers of any unit; rates are            *)
(* thousandths of normal speed.                                            *)
(*                                                                         *)
(* Left out: titles and texts (CH1), for they decide nothing; names; which *)
(* media is loaded, save for its length.                                   *)
(***************************************************************************)
EXTENDS Integers, Sequences, FiniteSets

CONSTANTS
  WaitLimit,      \* GA4: how long a wait lasts at most
  Grant,          \* GA7: for how long the room waits for one member within an hour
  Least,          \* GA7: with whom less is left the room does not wait
  ForgivenEvery,  \* GA7: the time in which one unit of what was spent is forgiven
  AbsenceLimit,   \* PB9: for how long people go on watching by themselves
  Remembered,     \* ID5: how many accepted commands the room remembers
  Capacity,       \* ME6: how many members the room holds
  LastPosition    \* PB6: the last position of a media of unknown length

MostAbsent == 300 \* RI5: of how many absent ones something is kept
MostProposed == 50 \* AS5: how many proposals wait at a time
ProposalLimit == 30000 \* AS4: how long a proposal waits for an answer
MostUsual == 300 \* GI1: with more than these connected a room becomes a giant
Fewest == 250 \* GI1: with fewer it is one no more
PauseInAGiant == 10000 \* CH2: how long one waits there between two messages
MostBanned == 200 \* OD2: how many are banned at a time
MostQueued == 200 \* QU1: how many films the queue holds
MostVotes == 10   \* QU3: for how many of them a member votes at a time
Countdown == 10000 \* QU5: how long the end of a film stands before the next one is played

Normal == 1000    \* normal speed
Enough == 10000  \* UP3: how much more of a film must be there for a room to go on
Unknown == 0      \* the length of a media that nobody has learnt yet
Never == -1       \* before every time
TheRoom == "room" \* the author of what no member has asked for

Max(a, b) == IF a > b THEN a ELSE b
Min(a, b) == IF a < b THEN a ELSE b

----------------------------------------------------------------------------
(* Values *)

Paused(position, rate) == [type |-> "paused", position |-> position, rate |-> rate]
Playing(anchor, position, rate) ==
  [type |-> "playing", anchor |-> anchor, position |-> position, rate |-> rate]
Waiting(position, rate, since, until) ==
  [type |-> "waiting", position |-> position, rate |-> rate, since |-> since, until |-> until]

Idle == [type |-> "idle"]
\* `available` is how much of the media there is, Never for all of it (UP1).
Loaded(length, revision, playback) ==
  [type |-> "loaded", length |-> length, revision |-> revision, available |-> Never, playback |-> playback]

\* For whom the room waits (GA2, GA6): everyone, the host, a quorum in per cent, or nobody.
Everyone == [type |-> "everyone"]
HostAlone == [type |-> "host"]
Quorum(percent) == [type |-> "quorum", percent |-> percent]
NoOne == [type |-> "noOne"]

\* Who may work the film (RI1): for each action everyone, everyone who asks, or the host alone.
ControlOfAll(policy) ==
  [load |-> policy, playPause |-> policy, seek |-> policy, speed |-> policy, queue |-> policy]

\* A member: `lost` is since when it is not connected, Never while it is; `excused` if nobody has to
\* wait for it (GA8); for how long the others had waited for it, `spent`, at the time `spentAt` (GA7); `spoke` is
\* when it last said something, or joined (CH2).
Newcomer(id, standing, host, readiness, at) ==
  [id |-> id, standing |-> standing, host |-> host, muted |-> FALSE, readiness |-> readiness, lost |-> Never,
   excused |-> FALSE, spent |-> 0, spentAt |-> 0, spoke |-> at]

\* A room in which nothing has happened. `answered` are the accepted commands it remembers, oldest
\* first; `horizon` is the revision up to which others have been forgotten (ID5). `absent` are those
\* without a place of whom something is kept, who left last comes last (RI5). `proposals` wait for
\* an answer (AS1). `slow` is the time between two messages of one member, Never as it is usual (CH2);
\* `writers` are those who write in the chat (CH10);
\* `giant`, whether there are so many that nobody is waited for (GI1). `queue` is what is played next; an item of it is named by the
\* revision of its event (QU1). At `next` the room goes on to it, unless that is Never (QU5). `door` says who
\* comes in, how many, and as what (AC); it is the end of the room when it is `closed` (AC7).
NewRoom ==
  [revision |-> 0, at |-> Never, stage |-> Idle, control |-> ControlOfAll("EVERYONE"),
   gate |-> Everyone, locked |-> FALSE, slow |-> Never, writers |-> "EVERYBODY", giant |-> FALSE,
   movedTo |-> "", closed |-> FALSE,
   door |-> [access |-> "LINK", capacity |-> Capacity, newcomers |-> "MEMBER", title |-> ""],
   members |-> <<>>, absent |-> <<>>, proposals |-> <<>>,
   queue |-> <<>>, autoAdvance |-> TRUE, next |-> Never,
   answered |-> <<>>, horizon |-> 0]

----------------------------------------------------------------------------
(* Reading a room *)

Elements(sequence) == {sequence[i] : i \in DOMAIN sequence}
MemberIds(room) == {m.id : m \in Elements(room.members)}
MemberOf(room, id) == CHOOSE m \in Elements(room.members) : m.id = id
IsHere(member) == member.lost = Never
Here(room) == {m \in Elements(room.members) : IsHere(m)}
Hosts(room) == {m.id : m \in {x \in Elements(room.members) : x.host}}

\* A role follows from the standing and from who hosts.
RoleOf(member) ==
  CASE member.standing = "OWNER" -> "OWNER"
    [] member.standing # "OWNER" /\ member.host -> "HOST"
    [] OTHER -> member.standing
Height == [OWNER |-> 5, HOST |-> 4, MEMBER |-> 3, GUEST |-> 2, WATCHER |-> 1]
IsAbove(role, other) == Height[role] > Height[other]

\* GA2: those of whom each could be waited for, now or later, and those who are not ready.
Counted(room) ==
  {m \in Here(room) : ~m.excused /\ RoleOf(m) # "WATCHER" /\ m.readiness # "CATCHING_UP"}
Late(room) == {m \in Counted(room) : m.readiness = "BUFFERING"}
IsQuorum(room) ==
  (Cardinality(Counted(room)) - Cardinality(Late(room))) * 100
    >= room.gate.percent * Cardinality(Counted(room))
WaitedFor(room) ==
  IF room.giant THEN {} ELSE                                                        \* GI2
  {m.id : m \in CASE room.gate.type = "everyone" -> Late(room)
                  [] room.gate.type = "host" -> {x \in Late(room) : x.host}
                  [] room.gate.type = "quorum" -> IF IsQuorum(room) THEN {} ELSE Late(room)
                  [] room.gate.type = "noOne" -> {}}

\* GA7: what was spent is forgiven evenly.
SpentAt(member, now) ==
  Max(0, member.spent - Max(0, now - member.spentAt) \div ForgivenEvery)
GraceLeft(member, now) == Max(0, Grant - SpentAt(member, now))

\* RI1: the table of rights. What is done to somebody is done to those below (RI4).
ActionIn(wish) ==
  CASE wish.type \in {"load", "playQueued", "stay"} -> "load"
    [] wish.type \in {"enqueue", "dequeue", "moveQueued", "setAutoAdvance"} -> "queue"
    [] wish.type \in {"play", "pause"} -> "playPause"
    [] wish.type = "seek" -> "seek"
    [] wish.type = "setRate" -> "speed"
    [] wish.type \in {"reportReady", "reportBuffering", "reportUnable", "setExcused", "rename",
                      "withdraw"} -> "own"
    [] wish.type = "setMuted" -> "mute"
    [] wish.type = "setLocked" -> "lock"
    [] wish.type = "setSlowMode" -> "slowMode"
    [] wish.type = "setWriters" -> "writers"
    [] wish.type \in {"edit", "react"} -> "say"
    [] OTHER -> wish.type

RightTo(role, action) ==
  CASE action = "own" -> "always"
    [] action \in {"giveRoom", "closeRoom"} /\ role # "OWNER" -> "never"
    [] role \in {"OWNER", "HOST"} -> "always"
    [] action \in {"say", "vote"} /\ role # "WATCHER" -> "always"
    [] action \in {"playPause", "seek"} /\ role \in {"MEMBER", "GUEST"} -> "as control says"
    [] action \in {"load", "speed", "queue"} /\ role = "MEMBER" -> "as control says"
    [] OTHER -> "never"

QueuedAs(room, item) == {i \in DOMAIN room.queue : room.queue[i].item = item}
IsOwn(room, id, item) == \E i \in QueuedAs(room, item) : room.queue[i].by = id

\* QU2: to take out what one has added oneself is to take back what one has said.
Permission(room, member, wish) ==
  LET action == IF wish.type = "dequeue" /\ IsOwn(room, member.id, wish.item) THEN "own"
                ELSE IF wish.type = "removeLine" /\ wish.of = member.id THEN "say"     \* CH4
                ELSE ActionIn(wish)
      right == RightTo(RoleOf(member), action)
  IN CASE right = "always" -> "YES"
       [] right = "never" -> "NO"
       [] right = "as control says" ->
            CASE room.control[action] = "EVERYONE" -> "YES"
              [] room.control[action] = "ASK" -> "ASK"
              [] room.control[action] = "HOST_ONLY" -> "NO"

ProposalsOf(room, id) == {p \in Elements(room.proposals) : p.by = id}
AnswersTo(room, by, id) == {a \in Elements(room.answered) : a.by = by /\ a.command = id}

\* CH10: is this one of those who write, if its role may chat?
MayWrite(room, member) ==
  CASE room.writers = "EVERYBODY" -> TRUE
    [] room.writers = "MEMBERS" -> RoleOf(member) \in {"OWNER", "HOST", "MEMBER"}
    [] room.writers = "HOSTS" -> RoleOf(member) \in {"OWNER", "HOST"}

\* CH2: from when on a member may say something more; Never, if at any time.
Pause(room) ==
  IF room.slow # Never THEN room.slow ELSE IF room.giant THEN PauseInAGiant ELSE 0
MayChatFrom(room, member) ==
  IF Pause(room) = 0 \/ RoleOf(member) \in {"OWNER", "HOST"} THEN Never
  ELSE member.spoke + Pause(room)

End(length) == IF length = Unknown THEN LastPosition ELSE length
Clamp(length, position) == Max(0, Min(position, End(length)))

\* elapsed * rate, to the nearest whole; split so that no product grows beyond 32 bits.
Distance(elapsed, rate) ==
  (elapsed \div Normal) * rate + ((elapsed % Normal) * rate + Normal \div 2) \div Normal

\* The time in which `distance` is covered, rounded up.
Duration(distance, rate) ==
  (distance \div rate) * Normal + ((distance % rate) * Normal + rate - 1) \div rate

LinePosition(playback, now) ==
  IF playback.type = "playing"
  THEN playback.position + Distance(Max(0, now - playback.anchor), playback.rate)   \* PB3
  ELSE playback.position

\* UP1: as far as there is something of the media.
ClampTo(stage, position) ==
  LET inside == Clamp(stage.length, position)
  IN IF stage.available = Never THEN inside ELSE Min(inside, stage.available)
PositionAt(stage, now) == ClampTo(stage, LinePosition(stage.playback, now))

\* UP3: is too little there to go on from this position? Does a room that waits wait for that?
IsShortAt(stage, position) == stage.available # Never /\ stage.available - position < Enough
IsShort(stage) == stage.playback.type = "waiting" /\ IsShortAt(stage, stage.playback.position)

\* When the playback has to be looked at again; Never when it need not.
PlaybackDeadline(room) ==
  IF room.stage.type = "idle" THEN Never
  ELSE LET p == room.stage.playback
       IN CASE p.type = "paused" -> Never
            [] p.type = "waiting" -> IF IsShort(room.stage) THEN Never ELSE p.until  \* GA4, UP3
            [] p.type = "playing" ->
                 IF room.stage.length = Unknown /\ room.stage.available = Never THEN Never
                 ELSE p.anchor + Duration(Max(0, ClampTo(room.stage, LastPosition) - p.position), p.rate)  \* PB8, UP3

\* RG1: does it live in another region now?
HasMoved(room) == room.movedTo # ""

\* RG1, AC7: does nothing happen here any more, and why?
IsOver(room) == HasMoved(room) \/ room.closed
EndOf(room) == IF room.closed THEN "CLOSED" ELSE "MOVED"

\* When the room has to be asked again: then, when it goes on to what is next (QU5), or when the time
\* for an answer is over (AS4).
Deadline(room) ==
  LET dues == {p.until : p \in Elements(room.proposals)}
                \cup ({PlaybackDeadline(room), room.next} \ {Never})
  IN IF IsOver(room) \/ dues = {} THEN Never ELSE CHOOSE due \in dues : \A other \in dues : due <= other

IsPlaybackDue(room, now) == PlaybackDeadline(room) # Never /\ now >= PlaybackDeadline(room)
IsDue(room, now) == Deadline(room) # Never /\ now >= Deadline(room)

=============================================================================
