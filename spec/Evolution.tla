----------------------------- MODULE Evolution -----------------------------
(***************************************************************************)
(* What is true after an event: Evolution in room/. Never refuses.         *)
(***************************************************************************)
EXTENDS RoomState

Changing(room, id, Change(_)) ==
  [room EXCEPT !.members =
    [i \in DOMAIN @ |-> IF @[i].id = id THEN Change(@[i]) ELSE @[i]]]

HostedBy(members, id) == [i \in DOMAIN members |-> [members[i] EXCEPT !.host = members[i].id = id]]

\* LJ1, LJ2: a room at rest would wait for a newcomer, a room in motion does not; a giant for nobody
\* (GI2).
ReadinessOnArrival(room) ==
  IF room.giant THEN "CATCHING_UP"
  ELSE IF room.stage.type = "idle" \/ room.stage.playback.type = "paused"
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

IsFirst(room) == room.members = <<>> /\ room.absent = <<>>

\* AC6: whoever owned the room is a member.
OwnedBy(members, id) ==
  [i \in DOMAIN members |->
    [members[i] EXCEPT !.standing =
      IF members[i].id = id THEN "OWNER" ELSE IF @ = "OWNER" THEN "MEMBER" ELSE @]]

\* RI5, HO4: who comes back is what it was, who comes first of all owns the room.
Arriving(room, id, at) ==
  LET new == Newcomer(id, IF IsFirst(room) THEN "OWNER" ELSE "MEMBER", room.members = <<>>,
                      ReadinessOnArrival(room), at)
  IN IF KeptOf(room, id) = {} THEN new
     ELSE LET kept == CHOOSE a \in KeptOf(room, id) : TRUE
          IN [new EXCEPT !.standing = kept.standing, !.muted = kept.muted]

\* RI5, OD2: of too many the one who left first is forgotten, but neither the owner nor the banned.
Keeping(absent, member, banned, newcomers) ==
  LET all == Append(absent, [id |-> member.id, standing |-> member.standing,
                             muted |-> member.muted, banned |-> banned])
      free == {i \in DOMAIN all : all[i].standing # "OWNER" /\ ~all[i].banned}
      first == CHOOSE i \in free : \A j \in free : i <= j
  IN IF member.standing = "MEMBER" /\ newcomers = "MEMBER" /\ ~member.muted /\ ~banned THEN absent
     ELSE IF Len(all) <= MostAbsent THEN all
     ELSE SubSeq(all, 1, first - 1) \o SubSeq(all, first + 1, Len(all))

\* OD2: what else is kept of it stays.
WithoutBan(absent, id) ==
  LET isWorth(a) == a.id # id \/ a.muted \/ a.standing # "MEMBER"
  IN SelectSeq([i \in DOMAIN absent |->
                 IF absent[i].id = id THEN [absent[i] EXCEPT !.banned = FALSE] ELSE absent[i]],
               isWorth)

\* QU3: a vote lifts an item above those directly before it that have fewer; without it, it sinks
\* below those directly behind it that have more.
Votes(items, i) == Len(items[i].votes)
Swapped(items, i, j) == [items EXCEPT ![i] = items[j], ![j] = items[i]]
RECURSIVE Lifted(_, _)
Lifted(items, i) ==
  IF i > 1 /\ Votes(items, i - 1) < Votes(items, i) THEN Lifted(Swapped(items, i, i - 1), i - 1)
  ELSE items
RECURSIVE Sunk(_, _)
Sunk(items, i) ==
  IF i < Len(items) /\ Votes(items, i + 1) > Votes(items, i) THEN Sunk(Swapped(items, i, i + 1), i + 1)
  ELSE items

WithoutVote(item, id) ==
  LET isOther(voter) == voter # id IN [item EXCEPT !.votes = SelectSeq(@, isOther)]
Voted(items, what) ==
  LET at == CHOOSE i \in DOMAIN items : items[i].item = what.item
  IN IF ~\E i \in DOMAIN items : items[i].item = what.item THEN items
     ELSE IF what.up THEN Lifted([items EXCEPT ![at].votes = Append(@, what.member)], at)
     ELSE Sunk([items EXCEPT ![at] = WithoutVote(@, what.member)], at)

WithoutItem(items, item) == LET isOther(it) == it.item # item IN SelectSeq(items, isOther)

\* QU2: with the item at the place `to`, counted from 0, or at the end if that is nearer.
Moved(items, item, to) ==
  LET at == CHOOSE i \in DOMAIN items : items[i].item = item
      rest == WithoutItem(items, item)
      place == Min(to, Len(rest))
  IN IF ~\E i \in DOMAIN items : items[i].item = item THEN items
     ELSE SubSeq(rest, 1, place) \o <<items[at]>> \o SubSeq(rest, place + 1, Len(rest))

\* QU5: what the room was about to go on to it does not; there is nothing to go on to when nothing is
\* in the queue.
Staying(room) == [room EXCEPT !.next = Never]
WithQueue(room, items) ==
  [room EXCEPT !.queue = items, !.next = IF items = <<>> THEN Never ELSE @]

Without(room, id, banned) ==
  LET isOther(m) == m.id # id
      rest == SelectSeq(room.members, isOther)
      hostless == \A i \in DOMAIN rest : ~rest[i].host
  IN [room EXCEPT
       !.members = IF hostless /\ rest # <<>> THEN HostedBy(rest, Successor(rest)) ELSE rest,
       !.absent = Keeping(@, MemberOf(room, id), banned, room.door.newcomers),
       !.queue = [i \in DOMAIN @ |-> WithoutVote(@[i], id)]]

Within(stage) == [stage EXCEPT !.playback.position = ClampTo(stage, @)]

\* GI2: as a room becomes a giant, everyone goes on without the others.
Grown(room, giant) ==
  [room EXCEPT !.giant = giant,
     !.members = [i \in DOMAIN @ |->
       IF giant THEN [@[i] EXCEPT !.readiness = "CATCHING_UP"] ELSE @[i]]]

Applied(room, what, revision, at, by) ==
  CASE what.type = "joined" ->
         LET isOther(a) == a.id # what.member
         IN [room EXCEPT
              !.members = Append(@, Arriving(room, what.member, at)),               \* HO1, ME1
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
    [] what.type = "slowModeChanged" -> [room EXCEPT !.slow = what.slow]              \* CH2
    [] what.type = "writersChanged" -> [room EXCEPT !.writers = what.writers]         \* CH10
    [] what.type = "giantChanged" -> Grown(room, what.giant)                         \* GI1
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
         [Staying(room) EXCEPT
           !.stage = Loaded(what.length, revision, Paused(0, Normal)),
           !.members = [i \in DOMAIN @ |-> [@[i] EXCEPT !.readiness =
             IF room.giant THEN "CATCHING_UP" ELSE "BUFFERING"]]]                   \* GI2
    [] what.type = "lengthLearnt" ->                                                \* GA1
         IF room.stage.type = "idle" THEN room
         ELSE [room EXCEPT !.stage = Within([@ EXCEPT !.length = what.length])]
    [] what.type = "filmGrew" ->                                                    \* UP1
         IF room.stage.type = "idle" THEN room
         ELSE [room EXCEPT !.stage = Within([@ EXCEPT !.available = what.available])]
    [] what.type = "filmVanished" -> [Staying(room) EXCEPT !.stage = Idle]           \* UP4
    [] what.type = "playbackChanged" ->
         IF room.stage.type = "idle" THEN Staying(room)
         ELSE [Staying(room) EXCEPT !.stage.playback = what.playback]
    [] what.type = "queued" ->                                                      \* QU1
         WithQueue(room, Append(room.queue, [item |-> revision, by |-> what.member,
                                             length |-> what.length, votes |-> <<>>]))
    [] what.type = "dequeued" -> WithQueue(room, WithoutItem(room.queue, what.item))
    [] what.type = "queueMoved" -> WithQueue(room, Moved(room.queue, what.item, what.to))
    [] what.type = "voteChanged" -> WithQueue(room, Voted(room.queue, what))
    [] what.type = "autoAdvanceChanged" ->
         [room EXCEPT !.autoAdvance = what.on, !.next = IF what.on THEN @ ELSE Never]
    [] what.type = "advanceScheduled" -> [room EXCEPT !.next = what.due]            \* QU5
    [] what.type = "advanceCancelled" -> Staying(room)
    [] what.type = "readinessChanged" ->
         LET become(m) == [m EXCEPT !.readiness = what.readiness]
         IN Changing(room, what.member, become)
    [] what.type = "said" -> LET speak(m) == [m EXCEPT !.spoke = at] IN Changing(room, by, speak)
    [] what.type = "doorChanged" -> [room EXCEPT !.door = what.door]                  \* AC1
    [] what.type = "ownerChanged" -> [room EXCEPT !.members = OwnedBy(@, what.owner)]  \* AC6
    [] what.type = "closed" -> 
         [room EXCEPT !.closed = TRUE, !.stage = Idle, !.members = <<>>, !.absent = <<>>, !.giant = FALSE,
                      !.proposals = <<>>, !.queue = <<>>, !.autoAdvance = TRUE, !.next = Never]   \* AC7
    [] what.type = "movedAway" -> [room EXCEPT !.movedTo = what.region]              \* RG1
    [] what.type \in {"renamed", "refused", "movedHere", "lineEdited", "lineRemoved", "reacted"} -> room

\* AS3: what is proposed for a media, a control or a role that is no more is proposed no more.
Withdrawn(room, what) ==
  LET isOpen(p) == p.by \in MemberIds(room) /\ Permission(room, MemberOf(room, p.by), p.wish) = "ASK"
  IN IF what.type \in {"mediaLoaded", "filmVanished", "controlChanged"} THEN [room EXCEPT !.proposals = <<>>]
     ELSE [room EXCEPT !.proposals = SelectSeq(@, isOpen)]

\* GA7: whoever is waited for spends its grace, from one event to the next.
Waited(room, now) ==
  IF room.stage.type = "idle" \/ room.stage.playback.type # "waiting" \/ IsShort(room.stage) THEN room
  ELSE LET until == Min(now, room.stage.playback.until)
           more == until - room.at
           spend(m) == [m EXCEPT !.spent = SpentAt(m, until) + more, !.spentAt = until]
       IN IF more <= 0 THEN room
          ELSE [room EXCEPT !.members = [i \in DOMAIN @ |->
                 IF @[i].id \in WaitedFor(room) THEN spend(@[i]) ELSE @[i]]]

\* ID1: one command may have several events; its revision is that of the first. ID6: what was refused
\* when it was sent again is remembered with the reason.
Remembering(room, event) ==
  IF event.by = TheRoom \/ AnswersTo(room, event.by, event.command) # {} THEN room
  ELSE LET all == Append(room.answered,
                         [by |-> event.by, command |-> event.command, revision |-> event.revision,
                          refusal |-> IF event.what.type = "refused" THEN event.what.reason ELSE ""])
       IN IF Len(all) <= Remembered
          THEN [room EXCEPT !.answered = all]
          ELSE [room EXCEPT !.answered = Tail(all), !.horizon = Head(all).revision]  \* ID5

\* RG2: the same room by a clock that shows `by` more, where it lives now.
Later(time, by) == IF time = Never THEN Never ELSE time + by
ShiftedPlayback(playback, by) ==
  CASE playback.type = "paused" -> playback
    [] playback.type = "playing" -> [playback EXCEPT !.anchor = @ + by]
    [] playback.type = "waiting" -> [playback EXCEPT !.since = @ + by, !.until = @ + by]
ShiftedMember(member, by) ==
  [member EXCEPT !.lost = Later(@, by), !.spoke = @ + by,
                 !.spentAt = IF member.spent = 0 THEN @ ELSE @ + by]
Shifted(room, by) ==
  [room EXCEPT
    !.at = @ + by, !.movedTo = "", !.next = Later(@, by),
    !.stage = IF @.type = "idle" THEN @ ELSE [@ EXCEPT !.playback = ShiftedPlayback(@, by)],
    !.members = [i \in DOMAIN @ |-> ShiftedMember(@[i], by)],
    !.proposals = [i \in DOMAIN @ |-> [@[i] EXCEPT !.until = @ + by]]]
InItsTime(room, what) == IF what.type = "movedHere" THEN Shifted(room, what.shift) ELSE room

\* OR1: an event follows the one before it, without gaps.
Follows(room, event) == event.revision = room.revision + 1

Evolve(room, event) ==
  [Remembering(Withdrawn(Applied(Waited(InItsTime(room, event.what), event.at), event.what, event.revision, event.at,
                                 event.by),
                         event.what), event)
    EXCEPT !.revision = event.revision, !.at = event.at]

RECURSIVE EvolveAll(_, _)
EvolveAll(room, events) ==
  IF events = <<>> THEN room ELSE EvolveAll(Evolve(room, Head(events)), Tail(events))

=============================================================================
