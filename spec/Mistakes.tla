------------------------------ MODULE Mistakes ------------------------------
(***************************************************************************)
(* Wrong definitions, one for each configuration of mistakes/, which puts  *)
(* it in the place of the right one. What these configurations check must  *)
(* fail: it shows that the mistake would be found.                         *)
(***************************************************************************)
EXTENDS MCRoom

\* Appends without looking whether another node was first (OR1).
AppendsBlindly(n) == TRUE

\* Does not know a command again that it has accepted (ID1).
ForgetsAnswers(room, by, id) == {}

\* Does not keep that it has refused what was sent again (ID6).
KeepsNoRefusal(ask) == FALSE

\* Everyone may do everything, whatever role and control say (RI1).
LetsEveryoneControl(room, member, wish) == "YES"

\* Resumes from the revision alone, although the history was put back meanwhile (EN2).
IgnoresEpoch(room, message) == message.revision > 0 /\ message.revision <= room.revision

\* Shows a client that resumes one event too few.
ResumesTooLate(room, message) ==
  IF MayResume(room, message)
  THEN <<[type |-> "welcome", epoch |-> journal.epoch, snapshot |-> <<>>]>>
         \o EventMessages(SubSeq(journal.events, message.revision + 2, room.revision))
  ELSE <<[type |-> "welcome", epoch |-> journal.epoch, snapshot |-> <<room>>]>>

\* A node shows what it has, although the client has seen more.
ShowsWhatItHas(n, message) == FALSE

\* A node takes what the bus brings as it comes.
TakesEverything(n, event) == TRUE

\* Takes for a wish whatever contradicts the room, what the page did itself as well.
ForgetsActs(c, kind) == FALSE

\* What has no answer is not sent again after a connection has ended (CO1).
NeverSendsAgain(page, message) == <<>>

\* The deadline of a wait never comes (GA4).
NeverDue(room, now_) == FALSE

\* Answers before it appends: what is owed to the client is sent, and the row may never come (CO4).
AnswersFirst(n, command, client_, reply(_)) ==
  LET decision == Decide(node[n].room, command, now, Lead)
  IN /\ IsFree(n)
     /\ decision.type = "accepted"
     /\ UNCHANGED journal
     /\ node' = [node EXCEPT
          ![n].owes = <<Debt(<<>>, client_, reply(decision))>>]
=============================================================================
