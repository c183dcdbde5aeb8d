/** The texts about rooms without a server, in English. */
export const peers = {
  title: 'Watch without a server',
  lead: 'Your browsers connect to one another, and nothing stands between them. For two people, or a few: eight at most.',
  truths: {
    addresses:
      'Everybody in the room can see everybody else’s network address, and with it roughly where they are.',
    keeper:
      'The room lives in the page of whoever begins it. It ends when that page is closed or loaded anew.',
    absent:
      'Without a server there are no uploads, no library, no password at the door, no history, and no chat from before you came.',
    stun: (server: string) =>
      `To find the way through the internet, your browser asks ${server} what its own address is. That server learns the address, and nothing else.`,
    noStun: 'No other server is asked: your browsers find one another in the same network only.',
  },
  ways: 'How your browsers find one another',
  stun: 'STUN server',
  stunHint: 'Empty, if you are all in the same network.',
  badStun: 'This has to begin with stun: and name a server, for example stun:stun.example.org:3478',
  name: 'Your name',
  begin: 'Begin a room',
  beginning: 'Beginning',
  invited: 'Somebody invited you?',
  invitedBy: (name: string) => `${name} invites you`,
  invitation: 'Invitation',
  invitationHint: 'Paste the code or the link that you were sent',
  answer: 'Answer the invitation',
  answering: 'Preparing the answer',
  noPeers:
    'This browser cannot connect to others here. Look whether WebRTC or the storage of this page is switched off, or use another browser.',
  keptBefore:
    'The room that you kept has gone, as this page was loaded anew. Begin another, and invite everybody once more.',
  visitedBefore: (keeper: string) =>
    `You were in ${keeper}’s room. A page that is loaded anew loses its connection, and two new codes are needed: ask ${keeper} for another invitation (the button Invite in the room), paste it here, and send back the answer.`,
  sendBack: (keeper: string) => `Send this answer to ${keeper}`,
  sendBackText: (keeper: string) =>
    `${keeper} pastes it where the invitation came from. Keep this page open: as soon as that is done, you are in.`,
  theAnswer: 'Your answer',
  waiting: (keeper: string) => `Waiting for ${keeper}`,
  waitingLong: (keeper: string) =>
    `Nothing happens although ${keeper} has pasted it? Then ask for another invitation: each is good once.`,
  other: 'Use another invitation',
  inviteTitle: 'Invite somebody',
  inviteText:
    'Send this to one person. It is good once; whoever comes next needs one of their own.',
  theInvitation: 'The invitation',
  making: 'Preparing an invitation',
  theirAnswer: 'Their answer',
  theirAnswerHint: 'Paste the code that they send back',
  letIn: 'Let them in',
  connecting: 'Connecting',
  another: 'Another invitation',
  onlyKeeper: (keeper: string) =>
    `Only ${keeper} can let somebody in, for the room lives in that page. Ask ${keeper} for an invitation.`,
  sign: 'Peer to peer',
  signText: 'This room has no server.',
  youKeep: 'It lives in your page, and ends when you close it or load it anew.',
  theyKeep: (keeper: string) => `It lives in ${keeper}’s page, and ends with that.`,
  gone: (keeper: string) => `The connection to ${keeper} is gone`,
  comeBack: 'Come back',
  comeBackTitle: 'Two new codes',
  comeBackText: (keeper: string) =>
    `Ask ${keeper} for another invitation (the button Invite in the room), paste it here, and send back the answer.`,
  notAnOffer: {
    notACode: 'This is no invitation. It begins with matinee1- and has about 600 characters.',
    version: 'This invitation comes from another version of Matinee. Load both pages anew.',
    damaged: 'Part of this invitation is missing or changed. Copy the whole of it once more.',
    ownOffer: 'This is your own invitation, or one made in this browser. Send it to somebody else.',
    isAnswer:
      'This is an answer, not an invitation. It belongs into the page that made the invitation.',
    used: 'You have used this invitation already. Ask for another one.',
    unusable: 'Nothing can be made of this invitation here. Ask for another one.',
  },
  notAnAnswer: {
    notACode: 'This is no answer. It begins with matinee1- and has about 600 characters.',
    version: 'This answer comes from another version of Matinee. Load both pages anew.',
    damaged: 'Part of this answer is missing or changed. Let it be copied and sent once more.',
    ownOffer: 'This is your own invitation. Send it to somebody, and paste here what comes back.',
    isOffer:
      'This is somebody’s invitation, not an answer. To come to them, open this page once more.',
    old: 'This answer belongs to an invitation that is over. Send a new one.',
    notOurs:
      'This answer belongs to another invitation: somebody else’s, or one from before this page was loaded. Send the one above.',
    noWay:
      'No way leads from your browser to theirs. Try another network, or name the same STUN server on both sides; a new invitation stands above.',
    unusable: 'Nothing can be made of this answer. A new invitation stands above.',
  },
};

/** The same in one language. */
export type PeerTexts = typeof peers;
