import { useCallback, useMemo, useState } from 'react';
import { inviteFriend } from '../api/conversations';
import type { Goal, Upload, UploadedFilm } from '../uploads/item';
import { drop } from '../uploads/store';
import { useUploading } from '../uploads/useUploading';
import { useDelivery, useUploads } from '../uploads/useUploads';
import type { Conversation } from './useConversation';

/** The room is made by the server that has the conversation. */
const here = async () => '';

/**
 * Uploads films to watch with `person`, who is invited to each as soon as it is there: once, for the film is the key of its invitation. After an
 * invitation that could not be sent nothing more is until `again`.
 */
export const useFilmInvitations = (person: string, { act }: Conversation) => {
  const goal = useMemo((): Goal => ({ type: 'invitation', person }), [person]);
  const { leftOut, start } = useUploading(
    here,
    useCallback(() => goal, [goal]),
  );
  const uploads = useUploads(goal);
  const [state, setState] = useState<'idle' | 'inviting' | 'failed'>('idle');
  const deliver = useCallback(
    async (upload: Upload, film: UploadedFilm) => {
      setState('inviting');
      const isDone = await act((friend) => inviteFriend(friend, film.film, film));
      if (isDone) drop(upload);
      setState(isDone ? 'idle' : 'failed');
    },
    [act],
  );
  useDelivery(
    goal,
    state === 'idle',
    useCallback((upload, film) => void deliver(upload, film), [deliver]),
  );
  return { uploads, leftOut, start, hasFailed: state === 'failed', again: () => setState('idle') };
};
