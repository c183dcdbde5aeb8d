------------------------------- MODULE MCRoom -------------------------------
(***************************************************************************)
(* Bounds for Room: how many nodes and people, what they wish for, and how *)
(* much may go wrong. Each configuration next to this module takes a few   *)
(* of these, so that each idea is checked with everything that matters to  *)
(* it and nothing else.                                                    *)
(*                                                                         *)
(* Bounds are safe for safety: what a smaller allowance shows, a larger    *)
(* one shows too. For liveness wishes and faults have to end, else nothing *)
(* would ever converge.                                                    *)
(***************************************************************************)
EXTENDS Room, TLC

CONSTANTS n1, n2
TwoNodes == {n1, n2}
OneNode == {n1}
Symmetric == Permutations(TwoNodes)

Anna == "anna"
Ben == "ben"
Two == {Anna, Ben}
OnlyAnna == {Anna}
None == {}

\* How a room came to where it begins.
EnterOf(id) == [type |-> "enter", member |-> id]
Open == [type |-> "open", length |-> 9]
Done(id, number, seen, wish) ==
  [type |-> "ask", id |-> number, by |-> id, seen |-> seen, again |-> FALSE, wish |-> wish]
ReadyWish == [type |-> "reportReady", length |-> Unknown]
PlayWish == [type |-> "play"]
PauseWish == [type |-> "pause"]
SeekWish == [type |-> "seek", position |-> 3]
BufferingWish == [type |-> "reportBuffering"]
LoadWish == [type |-> "load", length |-> 9]
HostOnlyWish == [type |-> "setControl", control |-> ControlOfAll("HOST_ONLY")]
HandOverWish == [type |-> "handOver", to |-> Ben]
SayWish == [type |-> "say"]

Entered == <<Open, EnterOf(Anna), EnterOf(Ben)>>
Ready == Entered \o <<Done(Anna, -1, 3, ReadyWish), Done(Ben, -1, 3, ReadyWish)>>
Moving == Ready \o <<Done(Anna, -2, 5, PlayWish)>>
Opened == <<Open>>

ReadyAlone == Opened \o <<EnterOf(Anna), Done(Anna, -1, 2, ReadyWish)>>

\* What people may wish for.
OnlyPlay == {PlayWish}
OnlySay == {SayWish}
PlayOrPause == {PlayWish, PauseWish}
GateWishes == {BufferingWish, ReadyWish}
RightsWishes == {HostOnlyWish, HandOverWish, PauseWish, PlayWish}

\* What people do and what goes wrong, at most.
Nothing == [wishes |-> 0, touches |-> 0, drops |-> 0, reloads |-> 0, crashes |-> 0, copies |-> 0]
OneWish == [Nothing EXCEPT !.wishes = 1]
TwoWishes == [Nothing EXCEPT !.wishes = 2]
ThreeWishes == [Nothing EXCEPT !.wishes = 3]
OneDrop == [Nothing EXCEPT !.wishes = 1, !.drops = 1]
TwoWishesOneDrop == [Nothing EXCEPT !.wishes = 2, !.drops = 1]
OneCrash == [Nothing EXCEPT !.wishes = 1, !.crashes = 1]
OneCopy == [Nothing EXCEPT !.wishes = 2, !.crashes = 1, !.copies = 1]
TwoTouches == [Nothing EXCEPT !.wishes = 1, !.touches = 2]
Misfortune == [Nothing EXCEPT !.wishes = 1, !.drops = 1, !.crashes = 1]
=============================================================================
