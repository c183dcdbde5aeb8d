import { recordsOf } from '../device/records';

/** A file on this disk that the browser can open again later, if the person lets it. */
export type Handle = FileSystemFileHandle;

declare global {
  interface FileSystemHandle {
    queryPermission?(descriptor: { readonly mode: 'read' }): Promise<PermissionState>;
    requestPermission?(descriptor: { readonly mode: 'read' }): Promise<PermissionState>;
  }
  interface DataTransferItem {
    getAsFileSystemHandle?(): Promise<FileSystemHandle | null>;
  }
  interface Window {
    showOpenFilePicker?(): Promise<readonly FileSystemFileHandle[]>;
  }
}

/** What this browser keeps of a copy between visits; the key is the hash of what was wanted. */
export type KeptCopy = {
  readonly key: string;
  readonly handle: Handle;
  readonly isSame: boolean;
  readonly shiftMs: number;
  readonly atMs: number;
};

/** The copies that were played last. */
export const keptCopies = recordsOf<KeptCopy>('copies', 50);

/** May the page open it now? `prompt`: the person has to be asked, in a click. */
export const permissionOf = async ({ handle }: KeptCopy): Promise<PermissionState> =>
  (await handle.queryPermission?.({ mode: 'read' })) ?? 'denied';

/** The file, if the person lets the page open it, and it is still there. To be called in a click. */
export const askedFor = async ({ handle }: KeptCopy): Promise<File | undefined> => {
  const permission = await handle.requestPermission?.({ mode: 'read' });
  return permission === 'granted' ? fileOf(handle) : undefined;
};

/** The file; nothing if it is not there any more. */
export const fileOf = (handle: Handle): Promise<File | undefined> =>
  handle.getFile().catch(() => undefined);

const isFile = (handle: FileSystemHandle): handle is Handle => handle.kind === 'file';

/** What a drop gives, as far as it is a file that can be opened again. */
export const handleOf = (dropped: FileSystemHandle | null | undefined): Handle | undefined =>
  dropped && isFile(dropped) ? dropped : undefined;
