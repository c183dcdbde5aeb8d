------------------------------- MODULE Rules -------------------------------
(***************************************************************************)
(* What a command does to a room (Decide): which of the rules it meets, as *)
(* protocol/ROOM.md numbers them. Line by line as Decider; every operator  *)
(* stands under the id of its rule.                                        *)
(*                                                                         *)
(* Left out: names, save for whether one is another than before (ME2,      *)
(* ME5); the length of the lead (PB3), which comes with the moment.        *)
(***************************************************************************)
EXTENDS PeopleRules

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
              [] wish.type = "seek" -> OnSeek(room, stage, wish.position, now, effect)
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
       [] wish.type = "setDoor" -> OnSetDoor(room, wish.door)
       [] wish.type = "giveRoom" -> OnGiveRoom(room, by, wish.member)
       [] wish.type = "closeRoom" -> Happens(<<[type |-> "closed"]>>)               \* AC7
       [] wish.type = "moveRoom" -> OnMoveRoom(wish)
       [] wish.type = "setSlowMode" -> OnSetSlowMode(room, wish.slow)
       [] wish.type = "setWriters" -> OnSetWriters(room, wish.writers)
       [] wish.type = "answer" -> OnAnswer(room, by, wish, ask.seen, now, effect)
       [] wish.type = "withdraw" -> OnWithdraw(room, by)
       [] wish.type = "say" -> OnSay(room, by, wish, now)
       [] wish.type = "edit" -> OnEdit(room, by, wish)
       [] wish.type = "removeLine" -> OnRemoveLine(room, by, wish)
       [] wish.type = "react" -> OnReact(room, by, wish)
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
    [] command.type = "grow" -> OnGrow(room, command, now, effect)
    [] command.type = "vanish" -> OnVanish(room, command)
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

\* RG2: in the room time of where it arrives, nothing is before what came before it.
Arrival(room, command, instant) ==
  IF ~HasMoved(room) THEN Rejected("NO_CHANGE", <<>>)
  ELSE Accepted(<<[revision |-> room.revision + 1, at |-> Max(instant, room.at + command.shift),
                   what |-> [type |-> "movedHere", region |-> command.region,
                             shift |-> command.shift],
                   by |-> TheRoom, command |-> TheRoom]>>)

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
     ELSE IF command.type = "arrive" THEN Arrival(room, command, instant)           \* RG2
     ELSE IF IsOver(room) THEN Rejected(EndOf(room), <<>>)                          \* RG1, AC7
     ELSE IF isAsk /\ command.seen < room.horizon THEN Rejected("STALE", <<>>)      \* ID5
     ELSE IF isAsk /\ command.seen > room.revision THEN refused("STALE")            \* ID5
     ELSE LET outcome == Outcome(room, command, now, effect)
          IN IF outcome.what = <<>> THEN refused(outcome.reason)                    \* ID3
             ELSE LET first == Recorded(room, command, now, outcome.what)
                      done == EvolveAll(room, first)
                      size == Recorded(done, command, now, Resized(done))
                      after == EvolveAll(done, size)
                  IN IF IsOver(done) THEN Accepted(first)
                     ELSE Accepted(first \o size
                                     \o Recorded(after, command, now, Settled(after, now, effect)))

=============================================================================
