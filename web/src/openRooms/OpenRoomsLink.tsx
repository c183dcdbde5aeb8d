import { DoorOpen } from 'lucide-react';
import { Link } from 'wouter';
import { useTexts } from '../texts/language';
import { useListsRooms } from './useListsRooms';

/** The way to the open rooms, where there can be any; its place is kept until that is known. */
export const OpenRoomsLink = () => {
  const texts = useTexts().places;
  const lists = useListsRooms();
  if (lists === false) return null;
  return (
    <Link href="/open" className="pill to-open-rooms" data-known={lists !== undefined}>
      <DoorOpen size={18} strokeWidth={1.75} aria-hidden="true" />
      {texts.openRooms}
    </Link>
  );
};
