----------------------------- MODULE TraceRoom -----------------------------
(***************************************************************************)
(* Holds what the real code did against Rules: accepts a trace if every    *)
(* step of it is the one that Rules would have taken, and rejects it at    *)
(* the first that is not.                                                  *)
(*                                                                         *)
(* Traces come from the stories in protocol/scenarios, below each line of  *)
(* which a test of room/ keeps what the code made of it. matinee.spec      *)
(* writes them into the module Traces, and Tampered: the steps of      *)
(* them with one line changed, each of which has to be rejected.           *)
(*                                                                         *)
(* A trace is a sequence of steps. What a step holds, where it stands in a *)
(* story, and what it is here:                                             *)
(*                                                                         *)
(*   command  `anna: play (seen 7)`      what is asked; without (seen) the *)
(*                                       author has seen everything        *)
(*   instant  `at 10.000`                milliseconds                      *)
(*   answer   `-> refused: STALE`        Rejected(reason)                  *)
(*            `-> answered before, by`   Repeated(revision)                *)
(*            `-> 6 at 10.000 by anna:`  an event: revision, at, by, what  *)
(*   room     `= paused on 0; ...`       stage and playback, deadline,     *)
(*                                       control, whether locked, what is  *)
(*                                       proposed since when, members      *)
(*                                       with host or else standing,       *)
(*                                       whether muted, readiness, since   *)
(*                                       when lost, and whether excused    *)
(*                                                                         *)
(* Deviations: names, titles and texts are not compared, nor the begin of  *)
(* a wait, nor the grace that is left, which shows in its end; nor who is  *)
(* absent, which shows when somebody comes back.                           *)
(***************************************************************************)
EXTENDS Rules, Traces

CONSTANTS
  TraceLead   \* the lead of every story

VARIABLES
  trace,  \* which trace: its number and its steps
  step,   \* the number of the step that comes next
  room    \* the room, as Rules has it

vars == <<trace, step, room>>

----------------------------------------------------------------------------
(* Values as a trace tells them *)

ToldPlayback(playback) ==
  IF playback.type = "waiting"
  THEN [type |-> "waiting", position |-> playback.position, rate |-> playback.rate,
        until |-> playback.until]
  ELSE playback

ToldWhat(what) ==
  IF what.type = "playbackChanged" THEN [what EXCEPT !.playback = ToldPlayback(@)] ELSE what

ToldEvents(events) ==
  [i \in DOMAIN events |->
    [revision |-> events[i].revision, at |-> events[i].at, by |-> events[i].by,
     what |-> ToldWhat(events[i].what)]]

ToldAnswer(decision) ==
  IF decision.type = "accepted" THEN Accepted(ToldEvents(decision.events)) ELSE decision

ToldMember(member) ==
  [id |-> member.id, role |-> IF member.host THEN "HOST" ELSE member.standing,
   muted |-> member.muted, readiness |-> member.readiness,
   lost |-> member.lost, excused |-> member.excused]

ToldRoom(state) ==
  [playback |-> IF state.stage.type = "idle" THEN Idle ELSE ToldPlayback(state.stage.playback),
   due |-> Deadline(state), control |-> state.control, locked |-> state.locked,
   proposals |-> [i \in DOMAIN state.proposals |->
     [by |-> state.proposals[i].by, revision |-> state.proposals[i].revision]],
   members |-> [i \in DOMAIN state.members |-> ToldMember(state.members[i])]]

----------------------------------------------------------------------------

Coming == trace.steps[step]
After(decision) == IF decision.type = "accepted" THEN EvolveAll(room, decision.events) ELSE room
IsAtEnd == step > Len(trace.steps)

\* Would Rules have taken this step?
Fits(told) ==
  LET decision == Decide(room, told.command, told.instant, TraceLead)
  IN ToldAnswer(decision) = told.answer /\ ToldRoom(After(decision)) = told.room

Init ==
  /\ \E i \in DOMAIN Told : trace = [number |-> i, steps |-> Told[i]]
  /\ step = 1
  /\ room = NewRoom

TakeStep ==
  /\ ~IsAtEnd /\ Fits(Coming)
  /\ room' = After(Decide(room, Coming.command, Coming.instant, TraceLead))
  /\ step' = step + 1
  /\ UNCHANGED trace

TraceSpec == Init /\ [][TakeStep]_vars

TypeOK == trace.number \in Nat /\ step \in 1..(Len(trace.steps) + 1) /\ room.revision \in Nat

\* Every step of every trace is one of Rules.
IsAsTold == IsAtEnd \/ Fits(Coming)

\* No step that was tampered with is.
IsRejected ==
  \A i \in DOMAIN Tampered :
    Tampered[i].story = trace.number /\ Tampered[i].at = step => ~Fits(Tampered[i].step)
=============================================================================
