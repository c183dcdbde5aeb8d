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

ProposalEnded(id, end) == [type |-> "proposalEnded", member |-> id, end |-> end]

OnTick(room, now, effect) ==
  LET isOver(p) == now >= p.until
      over == SelectSeq(room.proposals, isOver)
      expired == [i \in DOMAIN over |-> ProposalEnded(over[i].by, "EXPIRED")]        \* AS4
      moved == IF ~IsPlaybackDue(room, now) THEN <<>>
               ELSE IF room.stage.playback.type = "waiting" THEN Expire(room, effect).what
               ELSE <<Changed("ENDED", Standing(room.stage, now))>>                 \* PB8
                      \o AfterEnd(room, now)
      all == expired \o moved \o GoingOn(room, now, effect)
  IN IF all = <<>> THEN Refused("NO_CHANGE") ELSE Happens(all)

\* What follows by itself from what happened: a wait begins or ends (GA3).
Settled(room, now, effect) ==
  IF room.stage.type = "idle" THEN <<>>
  ELSE LET p == room.stage.playback
       IN CASE p.type = "waiting" /\ WaitedFor(room) = {} /\ Here(room) # {} ->
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
