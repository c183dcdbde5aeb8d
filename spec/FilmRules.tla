------------------------------ MODULE FilmRules -----------------------------
(***************************************************************************)
(* The rules of what is played: playback, waiting for one another, what is *)
(* next, and what follows by itself from what happened. Line by line as in *)
(* room/; every operator stands under the id of its rule.                  *)
(***************************************************************************)
EXTENDS Evolution

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

\* A wait for the film, which has no limit (UP3).
AwaitAt(position, rate, now) == Waiting(position, rate, now, now)

\* A start, or a wait: for the film, or for one another.
StartOrWait(room, stage, from, rate, now, effect) ==
  IF IsShortAt(stage, from) THEN AwaitAt(from, rate, now)                           \* UP3
  ELSE IF WaitedFor(room) = {} THEN Playing(effect, from, rate)                     \* PB3
  ELSE WaitAt(room, from, rate, now)                                                \* GA3

OnPlay(room, now, effect) ==
  LET stage == room.stage
      p == stage.playback
      isEnd == stage.length # Unknown /\ p.position >= stage.length
      from == IF isEnd THEN 0 ELSE p.position                                       \* PB2
  IN IF p.type # "paused" THEN Refused("NO_CHANGE")
     ELSE Happens(<<Changed("PLAYED", StartOrWait(room, stage, from, p.rate, now, effect))>>)

OnPause(stage, now) ==
  IF stage.playback.type = "paused" THEN Refused("NO_CHANGE")
  ELSE Happens(<<Changed("PAUSED", Standing(stage, now))>>)                         \* PB4

OnSeek(room, stage, wished, now, effect) ==
  LET p == stage.playback
      to == ClampTo(stage, wished)                                                  \* UP2
      ofFilm == p.type = "waiting" /\ (IsShort(stage) \/ IsShortAt(stage, to))
  IN IF wished < 0 \/ wished > End(stage.length) THEN Refused("OUT_OF_RANGE")       \* PB6
     ELSE IF (p.type = "paused" \/ ofFilm) /\ p.position = to THEN Refused("NO_CHANGE")
     ELSE Happens(<<Changed("SEEKED",
            IF p.type = "playing" \/ ofFilm THEN StartOrWait(room, stage, to, p.rate, now, effect)
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
     THEN IF now - kept > AbsenceLimit /\ room.next # Never
          THEN Happens(<<[type |-> "advanceCancelled"]>>)                           \* QU5
          ELSE Refused("NO_CHANGE")
     ELSE Happens(<<Changed("ABANDONED", Standing(room.stage, kept))>>)             \* PB9

----------------------------------------------------------------------------
(* Waiting for one another: rules GA *)

OnReportReady(room, by, stage, length) ==
  LET teaches == length # Unknown /\ (stage.length = Unknown \/ (by.host /\ stage.length # length))
      learnt == IF teaches
                THEN <<[type |-> "lengthLearnt", length |-> length]>> ELSE <<>>     \* GA1
      ready == IF by.readiness = "READY" \/ room.giant THEN <<>> ELSE <<Became(by.id, "READY")>>
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

----------------------------------------------------------------------------
(* What is played next: rules QU *)

\* QU4: whoever has to load it is waited for as the gate says.
PlayingNext(room, item, now, effect) ==
  LET loaded == Evolve(room, [revision |-> room.revision + 1, at |-> now, by |-> TheRoom,
                              command |-> TheRoom,
                              what |-> [type |-> "mediaLoaded", length |-> item.length]])
  IN <<[type |-> "dequeued", item |-> item.item],
       [type |-> "mediaLoaded", length |-> item.length],
       Changed("ADVANCED",
         IF WaitedFor(loaded) = {} THEN Playing(effect, 0, Normal)
         ELSE WaitAt(loaded, 0, Normal, now))>>

OnEnqueue(room, by, media) ==                                                       \* QU1
  IF Len(room.queue) + Len(media) > MostQueued THEN Refused("QUEUE_FULL")
  ELSE Happens([i \in DOMAIN media |->
                 [type |-> "queued", member |-> by, length |-> media[i].length]])

OnMove(room, item, to) ==                                                           \* QU2
  IF Moved(room.queue, item, to) = room.queue THEN Refused("NO_CHANGE")
  ELSE Happens(<<[type |-> "queueMoved", item |-> item, to |-> to]>>)

VotesOf(room, id) == {i \in DOMAIN room.queue : id \in Elements(room.queue[i].votes)}
OnVote(room, by, wish) ==                                                           \* QU3
  LET has == \E i \in QueuedAs(room, wish.item) : i \in VotesOf(room, by.id)
  IN IF QueuedAs(room, wish.item) = {} THEN Refused("NO_SUCH_ITEM")
     ELSE IF has = wish.up THEN Refused("NO_CHANGE")
     ELSE IF wish.up /\ Cardinality(VotesOf(room, by.id)) >= MostVotes THEN Refused("VOTES_USED_UP")
     ELSE Happens(<<[type |-> "voteChanged", member |-> by.id, item |-> wish.item, up |-> wish.up]>>)

IsOfItem(wish) == wish.type \in {"dequeue", "moveQueued", "playQueued"}
IsOfQueue(wish) == wish.type \in {"enqueue", "setAutoAdvance", "stay"} \/ IsOfItem(wish)

\* What the wish of `by` about the queue comes to.
OnQueue(room, by, wish, seen, now, effect) ==
  CASE wish.type = "playQueued" /\ room.stage.type = "loaded" /\ seen < room.stage.revision ->
         Refused("STALE")                                                           \* QU4
    [] IsOfItem(wish) /\ QueuedAs(room, wish.item) = {} -> Refused("NO_SUCH_ITEM")   \* QU2
    [] OTHER ->
         CASE wish.type = "enqueue" -> OnEnqueue(room, by, wish.media)
           [] wish.type = "dequeue" -> Happens(<<[type |-> "dequeued", item |-> wish.item]>>)
           [] wish.type = "moveQueued" -> OnMove(room, wish.item, wish.to)
           [] wish.type = "playQueued" ->
                LET at == CHOOSE i \in QueuedAs(room, wish.item) : TRUE
                IN Happens(PlayingNext(room, room.queue[at], now, effect))
           [] wish.type = "setAutoAdvance" ->
                IF room.autoAdvance = wish.on THEN Refused("NO_CHANGE")
                ELSE Happens(<<[type |-> "autoAdvanceChanged", on |-> wish.on]>>)
           [] wish.type = "stay" ->
                IF room.next = Never THEN Refused("NO_CHANGE")
                ELSE Happens(<<[type |-> "advanceCancelled"]>>)

\* QU5: what follows when a film has ended, and when the time is over that its end stands.
AfterEnd(room, now) ==
  IF room.autoAdvance /\ room.queue # <<>>
  THEN <<[type |-> "advanceScheduled", due |-> now + Countdown]>> ELSE <<>>
GoingOn(room, now, effect) ==
  IF room.next = Never \/ now < room.next THEN <<>>
  ELSE IF Here(room) = {} THEN <<[type |-> "advanceCancelled"]>>
  ELSE PlayingNext(room, Head(room.queue), now, effect)

----------------------------------------------------------------------------
(* A film on its way in: rules UP *)

\* UP1: there is never less than there was; what nobody has said to be on its way in may be found so.
IsMore(known, told) ==
  IF known = Never THEN told # Never ELSE told = Never \/ told > known

\* UP3: the line has come to the end of what is there.
Awaited(stage, now) ==
  Changed("FILM_AWAITED", AwaitAt(PositionAt(stage, now), stage.playback.rate, now))

\* UP3: enough is there to go on, if anybody is.
Came(room, stage, now, effect) ==
  LET from == PositionAt(stage, now)
      rate == stage.playback.rate
  IN Changed("FILM_CAME",
       IF Here(room) = {} THEN Waiting(from, rate, now, now + WaitLimit)
       ELSE StartOrWait(room, stage, from, rate, now, effect))

OnGrow(room, command, now, effect) ==
  LET before == room.stage
      after == Within([before EXCEPT !.available = command.available])
      more == CASE before.playback.type = "playing" /\ PositionAt(before, now) > PositionAt(after, now) ->
                     <<Awaited(after, now)>>
                [] before.playback.type = "waiting" /\ IsShort(before) /\ ~IsShort(after) ->
                     <<Came(room, after, now, effect)>>
                [] OTHER -> <<>>
  IN IF ~command.loaded \/ before.type = "idle" THEN Refused("NO_CHANGE")
     ELSE IF ~IsMore(before.available, command.available) THEN Refused("NO_CHANGE")
     ELSE Happens(<<[type |-> "filmGrew", available |-> command.available]>> \o more)

OnVanish(room, command) ==                                                          \* UP4
  IF ~command.loaded \/ room.stage.type = "idle" THEN Refused("NO_CHANGE")
  ELSE Happens(<<[type |-> "filmVanished"]>>)

ProposalEnded(id, end) == [type |-> "proposalEnded", member |-> id, end |-> end]

OnTick(room, now, effect) ==
  LET isOver(p) == now >= p.until
      over == SelectSeq(room.proposals, isOver)
      expired == [i \in DOMAIN over |-> ProposalEnded(over[i].by, "EXPIRED")]        \* AS4
      moved == IF ~IsPlaybackDue(room, now) THEN <<>>
               ELSE IF room.stage.playback.type = "waiting" THEN Expire(room, effect).what
               ELSE IF room.stage.length = Unknown \/ PositionAt(room.stage, now) < room.stage.length
               THEN <<Awaited(room.stage, now)>>                                    \* UP3
               ELSE <<Changed("ENDED", Standing(room.stage, now))>>                 \* PB8
                      \o AfterEnd(room, now)
      all == expired \o moved \o GoingOn(room, now, effect)
  IN IF all = <<>> THEN Refused("NO_CHANGE") ELSE Happens(all)

\* What follows by itself from what happened: a wait begins or ends (GA3).
Settled(room, now, effect) ==
  IF room.stage.type = "idle" THEN <<>>
  ELSE LET p == room.stage.playback
       IN CASE p.type = "waiting" /\ WaitedFor(room) = {} /\ Here(room) # {} /\ ~IsShort(room.stage) ->
                 <<Changed("WAIT_ENDED", Playing(effect, p.position, p.rate))>>
            [] p.type = "playing" /\ WaitedFor(room) # {} ->
                 <<Changed("WAIT_STARTED", WaitAt(room, PositionAt(room.stage, now), p.rate, now))>>
            [] OTHER -> <<>>

\* GI1: a room becomes a giant, or is one no more.
Resized(room) ==
  LET here == Cardinality(Here(room))
      isToBe == IF room.giant THEN here >= Fewest ELSE here > MostUsual
  IN IF room.giant = isToBe THEN <<>> ELSE <<[type |-> "giantChanged", giant |-> isToBe]>>

=============================================================================
