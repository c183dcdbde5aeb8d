import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../texts/language';
import { announcementsOf } from './announcements';
import type { RoomView } from './view';

/** Says politely, to those who listen rather than look, what changes in the room. */
export const Announcer = ({ view }: { readonly view: RoomView }) => {
  const texts = useTexts();
  const before = useRef(view);
  const [text, setText] = useState('');
  useEffect(() => {
    const news = announcementsOf(texts, before.current, view);
    before.current = view;
    if (news.length > 0) setText(news.join('. '));
  }, [texts, view]);
  return (
    <p className="unseen" role="status">
      {text}
    </p>
  );
};
