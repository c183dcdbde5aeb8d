------------------------------- MODULE Rules -------------------------------
(***************************************************************************)
(* The rules of a room, as protocol/ROOM.md numbers them: what a command   *)
(* does to a room (Decide), and what is true after an event (Evolve). The  *)
(* same two functions as in room/, line by line; every operator stands     *)
(* under the id of its rule.                                               *)
(*                                                                         *)
(* Modelled: members, roles and rights, control, playback with anchors, waiting with   *)
(* its gate, its deadline and its grace, late join, stale wishes, the   *)
(* memory of answered commands.                                            *)
(* Times and positions are whole numbers of any unit; rates are            *)
(* thousandths of normal speed.                                            *)
(*                                                                         *)
(* Left out: titles and texts (CH1), for they decide nothing; names, save  *)
(* for whether one is another than before (ME2, ME5);                      *)
(* which media is loaded, save for its length; the length of the lead      *)
(* (PB3), which comes with the moment.                                     *)
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
ProposalLimit == 30000 \* AS4: how long a proposal waits for an answer
MostBanned == 200 \* OD2: how many are banned at a time

Normal == 1000    \* normal speed
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
Loaded(length, revision, playback) ==
  [type |-> "loaded", length |-> length, revision |-> revision, playback |-> playback]

\* For whom the room waits (GA2, GA6): everyone, the host, a quorum in per cent, or nobody.
Everyone == [type |-> "everyone"]
HostAlone == [type |-> "host"]
Quorum(percent) == [type |-> "quorum", percent |-> percent]
NoOne == [type |-> "noOne"]

\* Who may work the film (RI1): for each action everyone, everyone who asks, or the host alone.
ControlOfAll(policy) == [load |-> policy, playPause |-> policy, seek |-> policy, speed |-> policy]

\* A member: `lost` is since when it is not connected, Never while it is; `excused` if nobody has to
\* wait for it (GA8); for how long the others had waited for it, `spent`, at the time `spentAt` (GA7).
Newcomer(id, standing, host, readiness) ==
  [id |-> id, standing |-> standing, host |-> host, muted |-> FALSE, readiness |-> readiness, lost |-> Never,
   excused |-> FALSE, spent |-> 0, spentAt |-> 0]

\* A room in which nothing has happened. `answered` are the accepted commands it remembers, oldest
\* first; `horizon` is the revision up to which others have been forgotten (ID5). `absent` are those
\* without a place of whom something is kept, who left last comes last (RI5). `proposals` wait for
\* an answer (AS1).
NewRoom ==
  [revision |-> 0, at |-> Never, stage |-> Idle, control |-> ControlOfAll("EVERYONE"),
   gate |-> Everyone, locked |-> FALSE, members |-> <<>>, absent |-> <<>>, proposals |-> <<>>,
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
  CASE wish.type = "load" -> "load"
    [] wish.type \in {"play", "pause"} -> "playPause"
    [] wish.type = "seek" -> "seek"
    [] wish.type = "setRate" -> "speed"
    [] wish.type \in {"reportReady", "reportBuffering", "reportUnable", "setExcused", "rename",
                      "withdraw"} -> "own"
    [] wish.type = "setMuted" -> "mute"
    [] wish.type = "setLocked" -> "lock"
    [] OTHER -> wish.type

RightTo(role, action) ==
  CASE action = "own" -> "always"
    [] role \in {"OWNER", "HOST"} -> "always"
    [] action = "say" /\ role # "WATCHER" -> "always"
    [] action \in {"playPause", "seek"} /\ role \in {"MEMBER", "GUEST"} -> "as control says"
    [] action \in {"load", "speed"} /\ role = "MEMBER" -> "as control says"
    [] OTHER -> "never"

Permission(room, member, wish) ==
  LET action == ActionIn(wish)
      right == RightTo(RoleOf(member), action)
  IN CASE right = "always" -> "YES"
       [] right = "never" -> "NO"
       [] right = "as control says" ->
            CASE room.control[action] = "EVERYONE" -> "YES"
              [] room.control[action] = "ASK" -> "ASK"
              [] room.control[action] = "HOST_ONLY" -> "NO"

ProposalsOf(room, id) == {p \in Elements(room.proposals) : p.by = id}
AnswersTo(room, by, id) == {a \in Elements(room.answered) : a.by = by /\ a.command = id}

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

PositionAt(stage, now) == Clamp(stage.length, LinePosition(stage.playback, now))

\* When the playback has to be looked at again; Never when it need not.
PlaybackDeadline(room) ==
  IF room.stage.type = "idle" THEN Never
  ELSE LET p == room.stage.playback
       IN CASE p.type = "paused" -> Never
            [] p.type = "waiting" -> p.until                                        \* GA4
            [] p.type = "playing" ->
                 IF room.stage.length = Unknown THEN Never
                 ELSE p.anchor + Duration(Max(0, room.stage.length - p.position), p.rate)  \* PB8

\* When the room has to be asked again: then, or when the time for an answer is over (AS4).
Deadline(room) ==
  LET dues == {p.until : p \in Elements(room.proposals)}
                \cup (IF PlaybackDeadline(room) = Never THEN {} ELSE {PlaybackDeadline(room)})
  IN IF dues = {} THEN Never ELSE CHOOSE due \in dues : \A other \in dues : due <= other

IsPlaybackDue(room, now) == PlaybackDeadline(room) # Never /\ now >= PlaybackDeadline(room)
IsDue(room, now) == Deadline(room) # Never /\ now >= Deadline(room)

----------------------------------------------------------------------------
(* Evolve: what is true after an event. Never refuses. *)

Changing(room, id, Change(_)) ==
  [room EXCEPT !.members =
    [i \in DOMAIN @ |-> IF @[i].id = id THEN Change(@[i]) ELSE @[i]]]

HostedBy(members, id) == [i \in DOMAIN members |-> [members[i] EXCEPT !.host = members[i].id = id]]

\* LJ1, LJ2: a room at rest would wait for a newcomer, a room in motion does not.
ReadinessOnArrival(room) ==
  IF room.stage.type = "idle" \/ room.stage.playback.type = "paused"
  THEN "BUFFERING" ELSE "CATCHING_UP"

\* HO2: of those who are here, else of all, the highest in standing, of these the longest present.
Successor(members) ==
  LET here == {i \in DOMAIN members : IsHere(members[i])}
      from == IF here = {} THEN DOMAIN members ELSE here
      height(i) == Height[members[i].standing]
      highest == {i \in from : \A j \in from : height(i) >= height(j)}
  IN members[CHOOSE i \in highest : \A j \in highest : i <= j].id

KeptOf(room, id) == {a \in Elements(room.absent) : a.id = id}
IsBanned(room, id) == \E a \in KeptOf(room, id) : a.banned
Banned(room) == {a \in Elements(room.absent) : a.banned}

\* RI5, HO4: who comes back is what it was, who comes first of all owns the room.
Arriving(room, id) ==
  LET isFirst == room.members = <<>> /\ room.absent = <<>>
      new == Newcomer(id, IF isFirst THEN "OWNER" ELSE "MEMBER", room.members = <<>>,
                      ReadinessOnArrival(room))
  IN IF KeptOf(room, id) = {} THEN new
     ELSE LET kept == CHOOSE a \in KeptOf(room, id) : TRUE
          IN [new EXCEPT !.standing = kept.standing, !.muted = kept.muted]

\* RI5, OD2: of too many the one who left first is forgotten, but neither the owner nor the banned.
Keeping(absent, member, banned) ==
  LET all == Append(absent, [id |-> member.id, standing |-> member.standing,
                             muted |-> member.muted, banned |-> banned])
      free == {i \in DOMAIN all : all[i].standing # "OWNER" /\ ~all[i].banned}
      first == CHOOSE i \in free : \A j \in free : i <= j
  IN IF member.standing = "MEMBER" /\ ~member.muted /\ ~banned THEN absent
     ELSE IF Len(all) <= MostAbsent THEN all
     ELSE SubSeq(all, 1, first - 1) \o SubSeq(all, first + 1, Len(all))

\* OD2: what else is kept of it stays.
WithoutBan(absent, id) ==
  LET isWorth(a) == a.id # id \/ a.muted \/ a.standing # "MEMBER"
  IN SelectSeq([i \in DOMAIN absent |->
                 IF absent[i].id = id THEN [absent[i] EXCEPT !.banned = FALSE] ELSE absent[i]],
               isWorth)

Without(room, id, banned) ==
  LET isOther(m) == m.id # id
      rest == SelectSeq(room.members, isOther)
      hostless == \A i \in DOMAIN rest : ~rest[i].host
  IN [room EXCEPT
       !.members = IF hostless /\ rest # <<>> THEN HostedBy(rest, Successor(rest)) ELSE rest,
       !.absent = Keeping(@, MemberOf(room, id), banned)]

Within(playback, length) == [playback EXCEPT !.position = Clamp(length, @)]

Applied(room, what, revision, at) ==
  CASE what.type = "joined" ->
         LET isOther(a) == a.id # what.member
         IN [room EXCEPT
              !.members = Append(@, Arriving(room, what.member)),                   \* HO1, ME1
              !.absent = SelectSeq(@, isOther)]
    [] what.type = "lost" ->
         LET lose(m) == [m EXCEPT !.lost = at] IN Changing(room, what.member, lose)
    [] what.type = "returned" ->
         LET back(m) == [m EXCEPT !.lost = Never, !.readiness = ReadinessOnArrival(room)]
         IN Changing(room, what.member, back)                                       \* ME2
    [] what.type = "left" -> Without(room, what.member, FALSE)                      \* ME4
    [] what.type = "kicked" -> Without(room, what.member, FALSE)                    \* OD1
    [] what.type = "banned" -> Without(room, what.member, TRUE)                     \* OD2
    [] what.type = "unbanned" -> [room EXCEPT !.absent = WithoutBan(@, what.member)]
    [] what.type = "mutedChanged" ->
         LET mute(m) == [m EXCEPT !.muted = what.muted] IN Changing(room, what.member, mute)
    [] what.type = "lockChanged" -> [room EXCEPT !.locked = what.locked]
    [] what.type = "hostChanged" -> [room EXCEPT !.members = HostedBy(@, what.host)]
    [] what.type = "controlChanged" -> [room EXCEPT !.control = what.control]
    [] what.type = "standingChanged" ->
         LET stand(m) == [m EXCEPT !.standing = what.standing]
         IN Changing(room, what.member, stand)                                      \* RI5
    [] what.type = "proposed" ->
         LET isOther(p) == p.by # what.member
         IN [room EXCEPT !.proposals = Append(SelectSeq(@, isOther),
              [by |-> what.member, wish |-> what.wish, revision |-> revision,
               until |-> what.until])]                                              \* AS1
    [] what.type = "proposalEnded" ->
         LET isOther(p) == p.by # what.member
         IN [room EXCEPT !.proposals = SelectSeq(@, isOther)]
    [] what.type = "gateChanged" -> [room EXCEPT !.gate = what.gate]                 \* GA6
    [] what.type = "excusedChanged" ->
         LET excuse(m) == [m EXCEPT !.excused = what.excused]
         IN Changing(room, what.member, excuse)                                     \* GA8
    [] what.type = "mediaLoaded" ->                                                 \* PB7
         [room EXCEPT
           !.stage = Loaded(what.length, revision, Paused(0, Normal)),
           !.members = [i \in DOMAIN @ |-> [@[i] EXCEPT !.readiness = "BUFFERING"]]]
    [] what.type = "lengthLearnt" ->                                                \* GA1
         IF room.stage.type = "idle" THEN room
         ELSE [room EXCEPT !.stage.length = what.length,
                           !.stage.playback = Within(@, what.length)]
    [] what.type = "playbackChanged" ->
         IF room.stage.type = "idle" THEN room
         ELSE [room EXCEPT !.stage.playback = what.playback]
    [] what.type = "readinessChanged" ->
         LET become(m) == [m EXCEPT !.readiness = what.readiness]
         IN Changing(room, what.member, become)
    [] what.type \in {"said", "renamed"} -> room

\* AS3: what is proposed for a media, a control or a role that is no more is proposed no more.
Withdrawn(room, what) ==
  LET isOpen(p) == p.by \in MemberIds(room) /\ Permission(room, MemberOf(room, p.by), p.wish) = "ASK"
  IN IF what.type \in {"mediaLoaded", "controlChanged"} THEN [room EXCEPT !.proposals = <<>>]
     ELSE [room EXCEPT !.proposals = SelectSeq(@, isOpen)]

\* GA7: whoever is waited for spends its grace, from one event to the next.
Waited(room, now) ==
  IF room.stage.type = "idle" \/ room.stage.playback.type # "waiting" THEN room
  ELSE LET until == Min(now, room.stage.playback.until)
           more == until - room.at
           spend(m) == [m EXCEPT !.spent = SpentAt(m, until) + more, !.spentAt = until]
       IN IF more <= 0 THEN room
          ELSE [room EXCEPT !.members = [i \in DOMAIN @ |->
                 IF @[i].id \in WaitedFor(room) THEN spend(@[i]) ELSE @[i]]]

\* ID1: one command may have several events; its revision is that of the first.
Remembering(room, event) ==
  IF event.by = TheRoom \/ AnswersTo(room, event.by, event.command) # {} THEN room
  ELSE LET all == Append(room.answered,
                         [by |-> event.by, command |-> event.command, revision |-> event.revision])
       IN IF Len(all) <= Remembered
          THEN [room EXCEPT !.answered = all]
          ELSE [room EXCEPT !.answered = Tail(all), !.horizon = Head(all).revision]  \* ID5

\* OR1: an event follows the one before it, without gaps.
Follows(room, event) == event.revision = room.revision + 1

Evolve(room, event) ==
  [Remembering(Withdrawn(Applied(Waited(room, event.at), event.what, event.revision, event.at),
                         event.what), event)
    EXCEPT !.revision = event.revision, !.at = event.at]

RECURSIVE EvolveAll(_, _)
EvolveAll(room, events) ==
  IF events = <<>> THEN room ELSE EvolveAll(Evolve(room, Head(events)), Tail(events))

----------------------------------------------------------------------------
(* Outcomes of one rule: events without their numbers, or a reason *)

Happens(what) == [what |-> what, reason |-> ""]
Refused(reason) == [what |-> <<>>, reason |-> reason]

Changed(cause, playback) ==
  [type |-> "playbackChanged", cause |-> cause, playback |-> playback]
Became(id, readiness) == [type |-> "readinessChanged", member |-> id, readiness |-> readiness]

Standing(stage, now) == Paused(PositionAt(stage, now), stage.playback.rate)

\* GA4, GA7: a wait is as long as the grace of one of those waited for lasts, and no longer than
\* the limit.
WaitAt(room, position, rate, now) ==
  LET left == {GraceLeft(MemberOf(room, id), now) : id \in WaitedFor(room)}
      longest == CHOOSE x \in left : \A y \in left : y <= x
  IN Waiting(position, rate, now, now + Min(WaitLimit, longest))

----------------------------------------------------------------------------
(* Playback: rules PB *)

OnPlay(room, now, effect) ==
  LET stage == room.stage
      p == stage.playback
      isEnd == stage.length # Unknown /\ p.position >= stage.length
      from == IF isEnd THEN 0 ELSE p.position                                       \* PB2
  IN IF p.type # "paused" THEN Refused("NO_CHANGE")
     ELSE Happens(<<Changed("PLAYED",
            IF WaitedFor(room) = {} THEN Playing(effect, from, p.rate)              \* PB3
            ELSE WaitAt(room, from, p.rate, now))>>)                                      \* GA3

OnPause(stage, now) ==
  IF stage.playback.type = "paused" THEN Refused("NO_CHANGE")
  ELSE Happens(<<Changed("PAUSED", Standing(stage, now))>>)                         \* PB4

OnSeek(stage, to, effect) ==
  LET p == stage.playback
  IN IF to < 0 \/ to > End(stage.length) THEN Refused("OUT_OF_RANGE")               \* PB6
     ELSE IF p.type = "paused" /\ p.position = to THEN Refused("NO_CHANGE")
     ELSE Happens(<<Changed("SEEKED",
            IF p.type = "playing" THEN Playing(effect, to, p.rate)
            ELSE [p EXCEPT !.position = to])>>)

\* The new line begins where the old one will be when it takes effect, so nobody jumps.
OnSetRate(stage, rate, effect) ==
  LET p == stage.playback
      from == Max(p.anchor, effect)
  IN IF p.rate = rate THEN Refused("NO_CHANGE")
     ELSE Happens(<<Changed("RATE_CHANGED",
            IF p.type = "playing" THEN Playing(from, PositionAt(stage, from), rate)  \* PB5
            ELSE [p EXCEPT !.rate = rate])>>)

OnInterrupt(room, since, now) ==
  LET kept == Max(since, room.at)
  IN IF \/ now - kept <= AbsenceLimit
        \/ room.stage.type = "idle"
        \/ room.stage.playback.type = "paused"
     THEN Refused("NO_CHANGE")
     ELSE Happens(<<Changed("ABANDONED", Standing(room.stage, kept))>>)             \* PB9

----------------------------------------------------------------------------
(* Waiting for one another: rules GA *)

OnReportReady(by, stage, length) ==
  LET teaches == length # Unknown /\ (stage.length = Unknown \/ (by.host /\ stage.length # length))
      learnt == IF teaches
                THEN <<[type |-> "lengthLearnt", length |-> length]>> ELSE <<>>     \* GA1
      ready == IF by.readiness = "READY" THEN <<>> ELSE <<Became(by.id, "READY")>>
  IN IF learnt \o ready = <<>> THEN Refused("NO_CHANGE") ELSE Happens(learnt \o ready)

\* LJ2: only who has been ready can hold the room, and only who has grace left (GA7).
OnReportBuffering(by, now) ==
  IF by.readiness # "READY" THEN Refused("NO_CHANGE")
  ELSE Happens(<<Became(by.id,
         IF GraceLeft(by, now) < Least THEN "CATCHING_UP" ELSE "BUFFERING")>>)

OnSetGate(room, gate) ==
  IF room.gate = gate THEN Refused("NO_CHANGE")
  ELSE Happens(<<[type |-> "gateChanged", gate |-> gate]>>)                         \* GA6

OnSetExcused(by, excused) ==
  IF by.excused = excused THEN Refused("NO_CHANGE")
  ELSE Happens(<<[type |-> "excusedChanged", member |-> by.id, excused |-> excused]>>)  \* GA8

OnReportUnable(by) ==
  IF by.readiness = "CATCHING_UP" THEN Refused("NO_CHANGE")
  ELSE Happens(<<Became(by.id, "CATCHING_UP")>>)                                    \* GA5

\* GA4: the room goes on; the late ones catch up, in the order of their joining.
Expire(room, effect) ==
  LET isLate(m) == m.id \in WaitedFor(room)
      late == SelectSeq(room.members, isLate)
      p == room.stage.playback
  IN Happens([i \in DOMAIN late |-> Became(late[i].id, "CATCHING_UP")]
               \o <<Changed("WAIT_EXPIRED", Playing(effect, p.position, p.rate))>>)

ProposalEnded(id, end) == [type |-> "proposalEnded", member |-> id, end |-> end]

OnTick(room, now, effect) ==
  LET isOver(p) == now >= p.until
      over == SelectSeq(room.proposals, isOver)
      expired == [i \in DOMAIN over |-> ProposalEnded(over[i].by, "EXPIRED")]        \* AS4
      moved == IF ~IsPlaybackDue(room, now) THEN <<>>
               ELSE IF room.stage.playback.type = "waiting" THEN Expire(room, effect).what
               ELSE <<Changed("ENDED", Standing(room.stage, now))>>                 \* PB8
  IN IF expired \o moved = <<>> THEN Refused("NO_CHANGE") ELSE Happens(expired \o moved)

\* What follows by itself from what happened: a wait begins or ends (GA3).
Settled(room, now, effect) ==
  IF room.stage.type = "idle" THEN <<>>
  ELSE LET p == room.stage.playback
       IN CASE p.type = "waiting" /\ WaitedFor(room) = {} /\ Here(room) # {} ->
                 <<Changed("WAIT_ENDED", Playing(effect, p.position, p.rate))>>
            [] p.type = "playing" /\ WaitedFor(room) # {} ->
                 <<Changed("WAIT_STARTED", WaitAt(room, PositionAt(room.stage, now), p.rate, now))>>
            [] OTHER -> <<>>

----------------------------------------------------------------------------
(* Coming and going, host and control: rules ME, HO, RI *)

\* ME2, ME5: whether a name is another than before, which is all that is told of names. Where it is
\* not told, it is as `usual`.
Renames(asked, usual) == IF "renames" \in DOMAIN asked THEN asked.renames ELSE usual
Renamed(id) == [type |-> "renamed", member |-> id]

OnRename(by, wish) ==
  IF Renames(wish, TRUE) THEN Happens(<<Renamed(by.id)>>) ELSE Refused("NO_CHANGE")  \* ME5

OnEnterAgain(member, command) ==                                                    \* ME2
  LET returned == IF IsHere(member) THEN <<>> ELSE <<[type |-> "returned", member |-> member.id]>>
      what == returned \o (IF Renames(command, FALSE) THEN <<Renamed(member.id)>> ELSE <<>>)
  IN IF what = <<>> THEN Refused("NO_CHANGE") ELSE Happens(what)

OnEnter(room, command) ==
  LET id == command.member
  IN IF id \in MemberIds(room) THEN OnEnterAgain(MemberOf(room, id), command)
     ELSE IF IsBanned(room, id) THEN Refused("BANNED")                               \* OD2
     ELSE IF room.locked /\ ~\E a \in KeptOf(room, id) : a.standing = "OWNER"
     THEN Refused("LOCKED")                                                         \* OD4
     ELSE IF Len(room.members) >= Capacity THEN Refused("ROOM_FULL")                \* ME6
     ELSE Happens(<<[type |-> "joined", member |-> id]>>)                           \* ME1

OnLose(room, id) ==
  IF id \in MemberIds(room) /\ IsHere(MemberOf(room, id))
  THEN Happens(<<[type |-> "lost", member |-> id]>>) ELSE Refused("NO_CHANGE")      \* ME3

OnLeave(room, id, now) ==
  LET left == [type |-> "left", member |-> id]
      lost == MemberOf(room, id).lost
      seen == IF lost = Never THEN now ELSE lost
  IN IF id \notin MemberIds(room) THEN Refused("NO_CHANGE")
     ELSE IF \/ Len(room.members) > 1
             \/ room.stage.type = "idle"
             \/ room.stage.playback.type = "paused"
     THEN Happens(<<left>>)
     ELSE Happens(<<left, Changed("ABANDONED", Standing(room.stage, seen))>>)       \* ME4

OnSetControl(room, control) ==                                                      \* RI2
  IF room.control = control THEN Refused("NO_CHANGE")
  ELSE Happens(<<[type |-> "controlChanged", control |-> control]>>)

OnHandOver(room, to) ==                                                             \* HO3
  IF to \notin MemberIds(room) THEN Refused("NO_SUCH_MEMBER")
  ELSE IF MemberOf(room, to).host THEN Refused("NO_CHANGE")
  ELSE Happens(<<[type |-> "hostChanged", host |-> to]>>)

\* RI4: what is done to somebody whose role has to be below.
OnLower(room, by, id, outcome) ==
  IF id \notin MemberIds(room) THEN Refused("NO_SUCH_MEMBER")
  ELSE IF ~IsAbove(RoleOf(by), RoleOf(MemberOf(room, id))) THEN Refused("NOT_ALLOWED")
  ELSE outcome

OnSetStanding(room, id, standing) ==
  IF MemberOf(room, id).standing = standing THEN Refused("NO_CHANGE")
  ELSE Happens(<<[type |-> "standingChanged", member |-> id, standing |-> standing]>>)

----------------------------------------------------------------------------
(* Order in the room: rules OD *)

OnKick(id) == Happens(<<[type |-> "kicked", member |-> id]>>)                       \* OD1

OnBan(room, id) ==                                                                  \* OD2
  IF Cardinality(Banned(room)) >= MostBanned THEN Refused("BAN_LIST_FULL")
  ELSE Happens(<<[type |-> "banned", member |-> id]>>)

OnUnban(room, id) ==                                                                \* OD2
  IF ~IsBanned(room, id) THEN Refused("NO_CHANGE")
  ELSE Happens(<<[type |-> "unbanned", member |-> id]>>)

OnSetMuted(room, id, muted) ==                                                      \* OD3
  IF MemberOf(room, id).muted = muted THEN Refused("NO_CHANGE")
  ELSE Happens(<<[type |-> "mutedChanged", member |-> id, muted |-> muted]>>)

OnSetLocked(room, locked) ==                                                        \* OD4
  IF room.locked = locked THEN Refused("NO_CHANGE")
  ELSE Happens(<<[type |-> "lockChanged", locked |-> locked]>>)

OnSay(by) ==
  IF by.muted /\ ~by.host THEN Refused("MUTED")                                     \* OD3
  ELSE Happens(<<[type |-> "said"]>>)                                               \* CH1

----------------------------------------------------------------------------
(* Decide: the one place where something may be refused *)

IsAboutMedia(wish) ==
  wish.type \in {"play", "pause", "seek", "setRate", "reportReady", "reportBuffering", "reportUnable"}

IsOfFilm(wish) == wish.type \in {"load", "play", "pause", "seek", "setRate"}

\* What a wish about the film or a report comes to.
OnMedia(room, by, wish, seen, now, effect) ==
  LET stage == room.stage
  IN CASE IsAboutMedia(wish) /\ stage.type = "idle" -> Refused("NO_MEDIA")
       [] IsAboutMedia(wish) /\ seen < stage.revision -> Refused("STALE")           \* ID4
       [] OTHER ->
            CASE wish.type = "load" ->
                   Happens(<<[type |-> "mediaLoaded", length |-> wish.length]>>)    \* PB7
              [] wish.type = "play" -> OnPlay(room, now, effect)
              [] wish.type = "pause" -> OnPause(stage, now)
              [] wish.type = "seek" -> OnSeek(stage, wish.position, effect)
              [] wish.type = "setRate" -> OnSetRate(stage, wish.rate, effect)
              [] wish.type = "reportReady" -> OnReportReady(by, stage, wish.length)
              [] wish.type = "reportBuffering" -> OnReportBuffering(by, now)
              [] wish.type = "reportUnable" -> OnReportUnable(by)

\* AS1: instead of what the wish comes to it is proposed, unless it comes to nothing.
Proposed(room, by, wish, outcome, now) ==
  IF outcome.what = <<>> THEN outcome
  ELSE IF \E p \in ProposalsOf(room, by.id) : p.wish = wish THEN Refused("NO_CHANGE")
  ELSE Happens(<<[type |-> "proposed", member |-> by.id, wish |-> wish,
                  until |-> now + ProposalLimit]>>)

\* AS2: what is accepted is decided now.
OnAnswer(room, by, wish, seen, now, effect) ==
  LET named == {p \in ProposalsOf(room, wish.member) : p.revision = wish.proposal}
      proposal == CHOOSE p \in named : TRUE
  IN IF named = {} THEN Refused("NO_SUCH_PROPOSAL")
     ELSE IF ~wish.accepted THEN Happens(<<ProposalEnded(wish.member, "DECLINED")>>)
     ELSE Happens(<<ProposalEnded(wish.member, "ACCEPTED")>>
                    \o OnMedia(room, by, proposal.wish, seen, now, effect).what)

OnWithdraw(room, by) ==                                                             \* AS3
  IF ProposalsOf(room, by.id) = {} THEN Refused("NO_CHANGE")
  ELSE Happens(<<ProposalEnded(by.id, "WITHDRAWN")>>)

Granted(room, by, ask, now, effect) ==
  LET wish == ask.wish
  IN CASE IsOfFilm(wish) \/ IsAboutMedia(wish) -> OnMedia(room, by, wish, ask.seen, now, effect)
       [] wish.type = "setControl" -> OnSetControl(room, wish.control)
       [] wish.type = "setGate" -> OnSetGate(room, wish.gate)
       [] wish.type = "setExcused" -> OnSetExcused(by, wish.excused)
       [] wish.type = "handOver" -> OnHandOver(room, wish.to)
       [] wish.type = "setStanding" ->
            OnLower(room, by, wish.member, OnSetStanding(room, wish.member, wish.standing))
       [] wish.type = "kick" -> OnLower(room, by, wish.member, OnKick(wish.member))
       [] wish.type = "ban" -> OnLower(room, by, wish.member, OnBan(room, wish.member))
       [] wish.type = "unban" -> OnUnban(room, wish.member)
       [] wish.type = "setMuted" ->
            OnLower(room, by, wish.member, OnSetMuted(room, wish.member, wish.muted))
       [] wish.type = "setLocked" -> OnSetLocked(room, wish.locked)
       [] wish.type = "answer" -> OnAnswer(room, by, wish, ask.seen, now, effect)
       [] wish.type = "withdraw" -> OnWithdraw(room, by)
       [] wish.type = "say" -> OnSay(by)
       [] wish.type = "rename" -> OnRename(by, wish)

OnAsk(room, by, ask, now, effect) ==
  LET grant == Permission(room, by, ask.wish)
  IN CASE grant = "NO" -> Refused("NOT_ALLOWED")                                    \* RI1
       [] grant = "YES" -> Granted(room, by, ask, now, effect)
       [] grant = "ASK" ->
            Proposed(room, by, ask.wish, OnMedia(room, by, ask.wish, ask.seen, now, effect), now)

Outcome(room, command, now, effect) ==
  CASE command.type = "ask" ->
         IF command.by \notin MemberIds(room) THEN Refused("NOT_A_MEMBER")          \* RI3
         ELSE OnAsk(room, MemberOf(room, command.by), command, now, effect)
    [] command.type = "open" ->
         IF room.revision = 0
         THEN Happens(<<[type |-> "mediaLoaded", length |-> command.length]>>)
         ELSE Refused("NO_CHANGE")
    [] command.type = "enter" -> OnEnter(room, command)
    [] command.type = "lose" -> OnLose(room, command.member)
    [] command.type = "leave" -> OnLeave(room, command.member, now)
    [] command.type = "tick" -> OnTick(room, now, effect)
    [] command.type = "interrupt" -> OnInterrupt(room, command.since, now)

Accepted(events) == [type |-> "accepted", events |-> events]
Repeated(revision) == [type |-> "repeated", revision |-> revision]
Rejected(reason) == [type |-> "rejected", reason |-> reason]

Recorded(room, command, now, what) ==
  [i \in DOMAIN what |->
    [revision |-> room.revision + i, at |-> now, what |-> what[i],
     by |-> IF command.type = "ask" THEN command.by ELSE TheRoom,                   \* ID2
     command |-> IF command.type = "ask" THEN command.id ELSE TheRoom]]

\* What `command` does to `room` at `instant`; a change of motion takes effect `lead` later (PB3).
Decide(room, command, instant, lead) ==
  LET now == Max(instant, room.at)                                                  \* OR2
      effect == now + lead
      isAsk == command.type = "ask"
      before == IF isAsk THEN AnswersTo(room, command.by, command.id) ELSE {}
  IN IF before # {} THEN Repeated((CHOOSE a \in before : TRUE).revision)            \* ID1
     ELSE IF isAsk /\ (command.seen < room.horizon \/ command.seen > room.revision)
     THEN Rejected("STALE")                                                         \* ID5
     ELSE LET outcome == Outcome(room, command, now, effect)
          IN IF outcome.what = <<>> THEN Rejected(outcome.reason)                   \* ID3
             ELSE LET first == Recorded(room, command, now, outcome.what)
                      after == EvolveAll(room, first)
                  IN Accepted(first \o Recorded(after, command, now, Settled(after, now, effect)))

=============================================================================
