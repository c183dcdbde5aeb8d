----------------------------- MODULE PeopleRules ----------------------------
(***************************************************************************)
(* The rules of those who are in a room: coming and going, host and        *)
(* control, order. Line by line as in room/; every operator stands under   *)
(* the id of its rule.                                                     *)
(***************************************************************************)
EXTENDS FilmRules

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

\* AC2: what the door has seen of who comes; nothing, where that is not told.
CredentialOf(command) ==
  IF "credential" \in DOMAIN command THEN command.credential ELSE [type |-> "nothing"]
LetsIn(access, credential) ==
  CASE access = "INVITED" -> credential.type \in {"invited", "place"}
    [] access = "PASSWORD" -> credential.type # "nothing"
    [] OTHER -> TRUE

\* AC4: who comes for the first time is what it is invited as, or what newcomers are.
Joining(room, id, credential) ==
  LET standing == IF credential.type = "invited" THEN credential.standing ELSE room.door.newcomers
      joined == [type |-> "joined", member |-> id]
  IN IF standing = "MEMBER" \/ IsFirst(room) \/ KeptOf(room, id) # {} THEN <<joined>>
     ELSE <<joined, [type |-> "standingChanged", member |-> id, standing |-> standing]>>

OnEnterNew(room, id, credential) ==
  LET owns == IsFirst(room) \/ \E a \in KeptOf(room, id) : a.standing = "OWNER"
      places == IF owns THEN Capacity ELSE room.door.capacity
  IN IF IsBanned(room, id) THEN Refused("BANNED")                                   \* OD2
     ELSE IF room.locked /\ ~owns THEN Refused("LOCKED")                            \* OD4
     ELSE IF ~owns /\ KeptOf(room, id) = {} /\ ~LetsIn(room.door.access, credential)
     THEN Refused(IF room.door.access = "INVITED" THEN "NOT_INVITED" ELSE "PASSWORD_NEEDED")
     ELSE IF Len(room.members) >= places THEN Refused("ROOM_FULL")                  \* ME6, AC3
     ELSE Happens(Joining(room, id, credential))                                    \* ME1

OnEnter(room, command) ==
  LET id == command.member
  IN IF id \in MemberIds(room) THEN OnEnterAgain(MemberOf(room, id), command)
     ELSE OnEnterNew(room, id, CredentialOf(command))

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

OnSetDoor(room, door) ==                                                            \* AC1, AC3 to AC5
  IF room.door = door THEN Refused("NO_CHANGE")
  ELSE Happens(<<[type |-> "doorChanged", door |-> door]>>)

OnGiveRoom(room, by, to) ==                                                         \* AC6
  IF by.id = to THEN Refused("NO_CHANGE")
  ELSE IF to \notin MemberIds(room) THEN Refused("NO_SUCH_MEMBER")
  ELSE IF ~IsHere(MemberOf(room, to)) THEN Refused("NO_SUCH_MEMBER")
  ELSE Happens(<<[type |-> "ownerChanged", owner |-> to]>>)

OnMoveRoom(wish) ==                                                                 \* RG1
  IF wish.upload THEN Refused("UPLOADED_FILM")
  ELSE Happens(<<[type |-> "movedAway", region |-> wish.region]>>)

OnSetSlowMode(room, slow) ==                                                        \* CH2
  IF room.slow = slow THEN Refused("NO_CHANGE")
  ELSE Happens(<<[type |-> "slowModeChanged", slow |-> slow]>>)

OnSetWriters(room, writers) ==                                                      \* CH10
  IF room.writers = writers THEN Refused("NO_CHANGE")
  ELSE Happens(<<[type |-> "writersChanged", writers |-> writers]>>)

\* `hindered`: what is said has regard to something that is not there (CH5).
OnSay(room, by, wish, now) ==
  IF by.muted /\ ~by.host THEN Refused("MUTED")                                     \* OD3
  ELSE IF ~MayWrite(room, by) THEN Refused("READ_ONLY")                             \* CH10
  ELSE IF now < MayChatFrom(room, by) THEN Refused("TOO_SOON")                      \* CH2
  ELSE IF "hindered" \in DOMAIN wish THEN Refused(wish.hindered)
  ELSE Happens(<<[type |-> "said"]>>)                                               \* CH1

\* A line of the chat comes with the command: `there`, whether the history has it and it was not removed (CH3), and
\* whose it is. What it reads, and emojis, are left out: `hindered` is why the same rules, or CH7, refuse it for them.
OnLine(wish, outcome) == IF wish.there THEN outcome ELSE Refused("NO_SUCH_LINE")

OnChange(room, by, wish, what) ==
  IF by.muted /\ ~by.host THEN Refused("MUTED")                                     \* OD3
  ELSE IF ~MayWrite(room, by) THEN Refused("READ_ONLY")                             \* CH10
  ELSE IF "hindered" \in DOMAIN wish THEN Refused(wish.hindered)
  ELSE Happens(<<[type |-> what]>>)

OnEdit(room, by, wish) ==                                                           \* CH3
  OnLine(wish,
    IF wish.of # by.id THEN Refused("NOT_ALLOWED") ELSE OnChange(room, by, wish, "lineEdited"))

OnReact(room, by, wish) == OnLine(wish, OnChange(room, by, wish, "reacted"))        \* CH6

\* CH4: the role of somebody who is away, or is forgotten, follows from what is kept of it.
RoleKept(room, id) ==
  IF id \in MemberIds(room) THEN RoleOf(MemberOf(room, id))
  ELSE IF KeptOf(room, id) = {} THEN "MEMBER" ELSE (CHOOSE a \in KeptOf(room, id) : TRUE).standing

OnRemoveLine(room, by, wish) ==                                                     \* CH4
  OnLine(wish,
    IF wish.of = by.id \/ IsAbove(RoleOf(by), RoleKept(room, wish.of))
    THEN Happens(<<[type |-> "lineRemoved", member |-> wish.of]>>)
    ELSE Refused("NOT_ALLOWED"))

=============================================================================
