------------------------------- MODULE Rules -------------------------------
(***************************************************************************)
(* The rules of a room, as protocol/ROOM.md numbers them: what a command   *)
(* does to a room (Decide). Line by line as Decider and the rules in room/; *)
(* every operator stands under the id of its rule.                         *)
(*                                                                         *)
(* Left out: names, save for whether one is another than before (ME2,      *)
(* ME5); the length of the lead (PB3), which comes with the moment.        *)
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

OnSetSlowMode(room, slow) ==                                                        \* CH2
  IF room.slow = slow THEN Refused("NO_CHANGE")
  ELSE Happens(<<[type |-> "slowModeChanged", slow |-> slow]>>)

OnSay(room, by, now) ==
  IF by.muted /\ ~by.host THEN Refused("MUTED")                                     \* OD3
  ELSE IF now < MayChatFrom(room, by) THEN Refused("TOO_SOON")                      \* CH2
  ELSE Happens(<<[type |-> "said"]>>)                                               \* CH1

----------------------------------------------------------------------------
(* Decide: the one place where something may be refused *)

IsAboutMedia(wish) ==
  wish.type \in {"play", "pause", "seek", "setRate", "reportReady", "reportBuffering", "reportUnable"}

IsOfFilm(wish) ==
  wish.type \in {"load", "play", "pause", "seek", "setRate"} \/ IsOfQueue(wish)

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
              [] wish.type = "reportReady" -> OnReportReady(room, by, stage, wish.length)
              [] wish.type = "reportBuffering" -> OnReportBuffering(by, now)
              [] wish.type = "reportUnable" -> OnReportUnable(by)

\* What `by` wishes about the film and what comes after it, whoever allowed it.
OnFilm(room, by, wish, seen, now, effect) ==
  IF IsOfQueue(wish) THEN OnQueue(room, by, wish, seen, now, effect)
  ELSE OnMedia(room, MemberOf(room, by), wish, seen, now, effect)

\* AS1: instead of what the wish comes to it is proposed, unless it comes to nothing.
Proposed(room, by, wish, outcome, now) ==
  IF outcome.what = <<>> THEN outcome
  ELSE IF \E p \in ProposalsOf(room, by.id) : p.wish = wish THEN Refused("NO_CHANGE")
  ELSE IF ProposalsOf(room, by.id) = {} /\ Len(room.proposals) >= MostProposed
  THEN Refused("PROPOSALS_FULL")                                                     \* AS5
  ELSE Happens(<<[type |-> "proposed", member |-> by.id, wish |-> wish,
                  until |-> now + ProposalLimit]>>)

\* AS2: what is accepted is decided now.
OnAnswer(room, by, wish, seen, now, effect) ==
  LET named == {p \in ProposalsOf(room, wish.member) : p.revision = wish.proposal}
      proposal == CHOOSE p \in named : TRUE
  IN IF named = {} THEN Refused("NO_SUCH_PROPOSAL")
     ELSE IF ~wish.accepted THEN Happens(<<ProposalEnded(wish.member, "DECLINED")>>)
     ELSE Happens(<<ProposalEnded(wish.member, "ACCEPTED")>>
                    \o OnFilm(room, proposal.by, proposal.wish, seen, now, effect).what)

OnWithdraw(room, by) ==                                                             \* AS3
  IF ProposalsOf(room, by.id) = {} THEN Refused("NO_CHANGE")
  ELSE Happens(<<ProposalEnded(by.id, "WITHDRAWN")>>)

Granted(room, by, ask, now, effect) ==
  LET wish == ask.wish
  IN CASE IsOfFilm(wish) \/ IsAboutMedia(wish) -> OnFilm(room, by.id, wish, ask.seen, now, effect)
       [] wish.type = "vote" -> OnVote(room, by, wish)
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
       [] wish.type = "setSlowMode" -> OnSetSlowMode(room, wish.slow)
       [] wish.type = "answer" -> OnAnswer(room, by, wish, ask.seen, now, effect)
       [] wish.type = "withdraw" -> OnWithdraw(room, by)
       [] wish.type = "say" -> OnSay(room, by, now)
       [] wish.type = "rename" -> OnRename(by, wish)

OnAsk(room, by, ask, now, effect) ==
  LET grant == Permission(room, by, ask.wish)
  IN CASE grant = "NO" -> Refused("NOT_ALLOWED")                                    \* RI1
       [] grant = "YES" -> Granted(room, by, ask, now, effect)
       [] grant = "ASK" ->
            Proposed(room, by, ask.wish, OnFilm(room, by.id, ask.wish, ask.seen, now, effect), now)

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
Rejected(reason, events) == [type |-> "rejected", reason |-> reason, events |-> events]

\* What becomes part of the history by a decision.
EventsOf(decision) == IF decision.type = "repeated" THEN <<>> ELSE decision.events

Recorded(room, command, now, what) ==
  [i \in DOMAIN what |->
    [revision |-> room.revision + i, at |-> now, what |-> what[i],
     by |-> IF command.type = "ask" THEN command.by ELSE TheRoom,                   \* ID2
     command |-> IF command.type = "ask" THEN command.id ELSE TheRoom]]

\* Another copy of the command may be under way.
IsSentAgain(ask) == ask.again

\* What `command` does to `room` at `instant`; a change of motion takes effect `lead` later (PB3).
Decide(room, command, instant, lead) ==
  LET now == Max(instant, room.at)                                                  \* OR2
      effect == now + lead
      isAsk == command.type = "ask"
      before == IF isAsk THEN AnswersTo(room, command.by, command.id) ELSE {}
      answer == CHOOSE a \in before : TRUE
      \* What is sent again and refused stays refused wherever another copy of it arrives.
      refused(reason) == Rejected(reason,
        IF isAsk /\ IsSentAgain(command)
        THEN Recorded(room, command, now, <<[type |-> "refused", reason |-> reason]>>)
        ELSE <<>>)                                                                  \* ID6
  IN IF before # {} /\ answer.refusal # "" THEN Rejected(answer.refusal, <<>>)      \* ID6
     ELSE IF before # {} THEN Repeated(answer.revision)                             \* ID1
     ELSE IF isAsk /\ command.seen < room.horizon THEN Rejected("STALE", <<>>)      \* ID5
     ELSE IF isAsk /\ command.seen > room.revision THEN refused("STALE")            \* ID5
     ELSE LET outcome == Outcome(room, command, now, effect)
          IN IF outcome.what = <<>> THEN refused(outcome.reason)                    \* ID3
             ELSE LET first == Recorded(room, command, now, outcome.what)
                      done == EvolveAll(room, first)
                      size == Recorded(done, command, now, Resized(done))
                      after == EvolveAll(done, size)
                  IN Accepted(first \o size
                                \o Recorded(after, command, now, Settled(after, now, effect)))

=============================================================================
