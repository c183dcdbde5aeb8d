import { createRoot } from 'react-dom/client';
import { CompanionFrame } from '../src/companion/CompanionFrame';
import { HomePage } from '../src/home/HomePage';
import { NameGate } from '../src/room/NameGate';
import { NoEntryPage, ReplacedPage, UnknownRoomPage } from '../src/room/OutsidePages';
import type { RoomPort } from '../src/room/port';
import { RoomFrame } from '../src/room/RoomFrame';
import { useRoomView } from '../src/room/useRoom';
import { InLanguage } from '../src/texts/language';
import { fakeRoom } from './fakeRoom';
import '../src/app/theme.css';
import '../src/app/base.css';

const summaries: Readonly<Record<string, unknown>> = {
  sea: {
    room: 'sea',
    title: 'The Long Way to the Sea',
    playback: { type: 'playing', positionMs: 2_527_000, rate: 1 },
    here: 3,
  },
  harbour: {
    room: 'harbour',
    title: 'Harbour Lights · 1×06',
    playback: { type: 'paused', positionMs: 0, rate: 1 },
    here: 0,
  },
  notes: {
    room: 'notes',
    title: 'Field Notes',
    playback: { type: 'paused', positionMs: 3_731_000, rate: 1 },
    here: 0,
  },
};

const withFakeServer = () => {
  localStorage.setItem(
    'matinee.recentRooms',
    JSON.stringify(Object.keys(summaries).map((id, n) => ({ id, title: id, atMs: n }))),
  );
  window.fetch = async (input) => {
    const summary = summaries[String(input).split('/').at(-1) ?? ''];
    return new Response(JSON.stringify(summary ?? {}), { status: summary ? 200 : 404 });
  };
};

const Companion = ({ port }: { readonly port: RoomPort }) => (
  <CompanionFrame port={port} view={useRoomView(port)} />
);

const pages: Readonly<Record<string, () => React.ReactNode>> = {
  home: () => <HomePage />,
  companion: () => <Companion port={fakeRoom('playing')} />,
  name: () => <NameGate onName={() => undefined} />,
  unknown: () => <UnknownRoomPage />,
  replaced: () => <ReplacedPage onWatchHere={() => undefined} />,
  locked: () => <NoEntryPage why="locked" onTryAgain={() => undefined} />,
  banned: () => <NoEntryPage why="banned" onTryAgain={() => undefined} />,
};

const story = new URLSearchParams(location.search).get('story') ?? 'playing';
withFakeServer();
const element = document.getElementById('page');
if (element) {
  createRoot(element).render(
    <InLanguage>{pages[story]?.() ?? <RoomFrame port={fakeRoom(story)} />}</InLanguage>,
  );
}
