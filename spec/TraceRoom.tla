----------------------------- MODULE TraceRoom -----------------------------
(***************************************************************************)
(* Holds what the real code did against Rules: accepts a trace if every    *)
(* step of it is the one that Rules would have taken, and rejects it at    *)
(* the first that is not.                                                  *)
(*                                                                         *)
(* A trace is a sequence of steps. There are two kinds of traces.          *)
(*                                                                         *)
(* *Stories* are those of protocol/scenarios, below each line of which a   *)
(* test of room/ keeps what the code made of it. matinee.spec writes them  *)
(* into the module Traces as Told, and as Tampered the steps of them with  *)
(* one line changed, each of which has to be rejected.                     *)
(*                                                                         *)
(*   command  `anna: play (seen 7)`      what is asked; without (seen) the *)
(*                                       author has seen everything        *)
(*   instant  `at 10.000`                milliseconds                      *)
(*   answer   `-> refused: STALE`        Rejected(reason, events)          *)
(*            `-> answered before, by`   Repeated(revision)                *)
(*            `-> 6 at 10.000 by anna:`  an event: revision, at, by, what  *)
(*   room     `= paused on 0; ...`       stage and playback, deadline,     *)
(*                                       control, whether locked, the      *)
(*                                       door but for its title, what is   *)
(*                                       proposed since when, the queue    *)
(*                                       with how many vote for each item, *)
(*                                       whether it goes on by itself,     *)
(*                                       members                           *)
(*                                       with host or else standing,       *)
(*                                       whether muted, readiness, since   *)
(*                                       when lost, and whether excused    *)
(*                                                                         *)
(* Names, titles and texts of stories are not compared, nor the begin of   *)
(* a wait, nor the grace that is left, which shows in its end; nor who is  *)
(* absent, which shows when somebody comes back.                           *)
(*                                                                         *)
(* *Running servers* that are given --trace write a line for everything    *)
(* that a room does: the simulator's, and those of the stories in real     *)
(* browsers, some of which are killed. matinee.spec reads and joins them   *)
(* (Histories, Joining), and gives them to TLC as Told. Everything that a  *)
(* line tells is compared. A line is, and becomes:                         *)
(*                                                                         *)
(*   loaded     a room was read from the journal: it has to be what it     *)
(*              was, with all that it remembers. At a hole, where nobody   *)
(*              told how it became so, it is taken as it is                *)
(*   decided    a command, the instant and the lead, what was decided,     *)
(*              and the room afterwards                                    *)
(*   takenOver  events that another server had appended                    *)
(*   failed     the journal failed: what comes next may be a hole          *)
(*   gap        the server had no place for some lines: a hole             *)
(*                                                                         *)
(* What is written comes after what is done: a line means that its events  *)
(* are in the journal. When a process is killed, its last events may have  *)
(* no line; then the room that the next process loads is a hole, and the   *)
(* check goes on from there. What such events did is thus checked by       *)
(* nobody, but that they do not contradict what follows. A hole anywhere   *)
(* else, a history that goes back, and a line that is missing are found    *)
(* when lines are joined, and are mistakes as well.                        *)
(*                                                                         *)
(*   line                       here                                       *)
(*   instants                   milliseconds from just before the first    *)
(*                              line of the history on; NewRoom's is       *)
(*                              Never; a `since` before that is Never      *)
(*   positions, lengths         milliseconds; beyond 12 days as 12 days,   *)
(*                              for TLC's numbers end at 2^31; an unknown  *)
(*                              length is Unknown                          *)
(*   rates                      thousandths, to which they are rounded     *)
(*                              on the wire (WI6)                          *)
(*   members, commands          their ids                                  *)
(*   names                      in `enter` and `rename` whether the name   *)
(*                              is another than before (`renames`)         *)
(*   titles of rooms            as they are; empty for none                *)
(*   media                      its length; in a wish to load or to queue  *)
(*                              also which of the room's medias it is, so  *)
(*                              that two                                   *)
(*                              wishes for different ones differ (AS1)     *)
(*   items of the queue         number, adder, length, who votes           *)
(*   texts                      left out                                   *)
(*   `answered` and `horizon`   compared where a room is loaded; in        *)
(*                              between they show in Repeated and STALE    *)
(*   a rejection that is told   left out, if the reason is the same: the   *)
(*   again                      room's loop remembers rejections (CO1)     *)
(*   a wish that is no chat,    nothing happens: Rules knows no devices    *)
(*   on a companion (CD2)       (what anybody is refused is decided here)  *)
(*   presence, heartbeats       not in lines: nothing is decided by them   *)
(*                              but the lead, which is                     *)
(***************************************************************************)
EXTENDS Rules, Traces, TLC

VARIABLES
  trace,  \* the number of the trace
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
  IF decision.type = "repeated" THEN decision
  ELSE [decision EXCEPT !.events = ToldEvents(@)]

ToldMember(member) ==
  [id |-> member.id, role |-> IF member.host THEN "HOST" ELSE member.standing,
   muted |-> member.muted, readiness |-> member.readiness,
   lost |-> member.lost, excused |-> member.excused]

ToldRoom(state) ==
  [playback |-> IF state.stage.type = "idle" THEN Idle ELSE ToldPlayback(state.stage.playback),
   due |-> Deadline(state), control |-> state.control, locked |-> state.locked,
   door |-> [access |-> state.door.access, capacity |-> state.door.capacity,
             newcomers |-> state.door.newcomers],
   proposals |-> [i \in DOMAIN state.proposals |->
     [by |-> state.proposals[i].by, revision |-> state.proposals[i].revision]],
   queue |-> [i \in DOMAIN state.queue |->
     [item |-> state.queue[i].item, votes |-> Len(state.queue[i].votes)]],
   autoAdvance |-> state.autoAdvance,
   members |-> [i \in DOMAIN state.members |-> ToldMember(state.members[i])]]

----------------------------------------------------------------------------

Steps == Told[trace]
IsAtEnd == step > Len(Steps)
Coming == Steps[step]

After(decision) == EvolveAll(room, EventsOf(decision))
Decided(told) == Decide(room, told.command, told.instant, told.lead)

\* Is all that members are shown of a room, which is all but `answered` and `horizon`, as it is told?
Shows(state, shown) == \A field \in DOMAIN shown : state[field] = shown[field]

\* Would Rules have taken this step?
Fits(told) ==
  CASE told.type = "story" ->
         LET decision == Decided(told)
         IN ToldAnswer(decision) = told.answer /\ ToldRoom(After(decision)) = told.room
    [] told.type = "decided" ->
         LET decision == Decided(told)
         IN decision = told.answer /\ Shows(After(decision), told.shown)
    [] told.type = "takenOver" ->
         /\ \A i \in DOMAIN told.events : told.events[i].revision = room.revision + i
         /\ Shows(EvolveAll(room, told.events), told.shown)
    [] told.type = "loaded" -> told.hole \/ room = told.room

Next(told) ==
  CASE told.type \in {"story", "decided"} -> After(Decided(told))
    [] told.type = "takenOver" -> EvolveAll(room, told.events)
    [] told.type = "loaded" -> told.room

Init == trace \in DOMAIN Told /\ step = 1 /\ room = NewRoom

TakeStep ==
  /\ ~IsAtEnd /\ Fits(Coming)
  /\ room' = Next(Coming)
  /\ step' = step + 1
  /\ UNCHANGED trace

TraceSpec == Init /\ [][TakeStep]_vars

TypeOK == trace \in DOMAIN Told /\ step \in 1..(Len(Steps) + 1) /\ room.revision \in Nat

\* What Rules makes of what comes next, for people to compare.
Judged(told) ==
  IF told.type \in {"story", "decided"} THEN [answer |-> Decided(told), room |-> Next(told)]
  ELSE IF told.type = "takenOver" THEN [room |-> Next(told)]
  ELSE [room |-> room]

\* Every step of every trace is one of Rules.
IsAsTold == IsAtEnd \/ Fits(Coming) \/ Print([told |-> Coming, rules |-> Judged(Coming)], FALSE)

\* No step that was tampered with is.
IsRejected ==
  \A i \in DOMAIN Tampered :
    Tampered[i].story = trace /\ Tampered[i].at = step => ~Fits(Tampered[i].step)

\* No trace that was tampered with is taken to its end.
IsNeverTaken == ~IsAtEnd
=============================================================================
