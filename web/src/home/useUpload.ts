import { useCallback, useEffect, useRef, useState } from 'react';
import { type UploadFailure, type UploadProgress, upload } from '../api/upload';
import type { FilmChoice } from '../room/port';

export type UploadState =
  | { readonly type: 'none' }
  | { readonly type: 'sending'; readonly name: string; readonly progress: UploadProgress }
  | { readonly type: 'failed'; readonly file: File; readonly why: UploadFailure };

/** One upload at a time, to the server at `address`: start it, see how far it is, call it off. It is called off when the page goes. */
export const useUpload = (
  address: () => Promise<string>,
  onUploaded: (film: FilmChoice) => void,
) => {
  const [state, setState] = useState<UploadState>({ type: 'none' });
  const sending = useRef<AbortController>(undefined);
  const start = useCallback(
    async (file: File) => {
      sending.current?.abort();
      const own = new AbortController();
      sending.current = own;
      const show = (progress: UploadProgress) =>
        setState({ type: 'sending', name: file.name, progress });
      show({ sentBytes: 0, totalBytes: file.size, bytesPerSecond: 0 });
      const result = await upload(await address(), file, own.signal, show);
      if (sending.current !== own) return;
      setState(
        result.type === 'failed' ? { type: 'failed', file, why: result.why } : { type: 'none' },
      );
      if (result.type === 'upload') onUploaded(result);
    },
    [address, onUploaded],
  );
  const cancel = useCallback(() => {
    sending.current?.abort();
    setState({ type: 'none' });
  }, []);
  useEffect(() => () => sending.current?.abort(), []);
  return { state, start, cancel };
};
