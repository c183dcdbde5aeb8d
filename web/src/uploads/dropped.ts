import { handleIn, noteHandle } from './handles';

/** Files that were dropped or chosen: those that may be films, in their natural order, and the names of what was left out. */
export type Dropped = { readonly films: readonly File[]; readonly leftOut: readonly string[] };

/** A file, and where in the folders that it came from. */
type Found = { readonly file: File; readonly path: string; readonly isInFolder: boolean };

const endings = /\.(mp4|m4v|mov|webm|mkv|ogv|ogg|oga|opus|mp3|m4a|aac|flac|wav)$/iu;

/** How many files of folders are looked at. */
const mostFound = 2000;

const natural = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** Of what lies in folders only what is called as films are; what was chosen by itself is tried, for the server judges by the content. */
export const sorted = (found: readonly Found[]): Dropped => {
  const isFilm = ({ file, isInFolder }: Found) => !isInFolder || endings.test(file.name);
  return {
    films: found
      .filter(isFilm)
      .toSorted((one, other) => natural.compare(one.path, other.path))
      .map(({ file }) => file),
    leftOut: found.filter((one) => !isFilm(one)).map(({ file }) => file.name),
  };
};

/** Files that were chosen one by one. */
export const chosen = (files: readonly File[]): Dropped =>
  sorted(files.map((file) => ({ file, path: file.name, isInFolder: false })));

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => entry.file(resolve, reject));

/** A reader gives its entries in parts, and nothing at the end. */
const entriesOf = async (folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> => {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    all.push(...part);
    if (part.length === 0 || all.length > mostFound) return all;
  }
};

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

const walk = async (entry: FileSystemEntry, isInFolder: boolean, found: Found[]): Promise<void> => {
  if (found.length >= mostFound || (isInFolder && entry.name.startsWith('.'))) return;
  if (isFile(entry)) found.push({ file: await fileOf(entry), path: entry.fullPath, isInFolder });
  if (!isFolder(entry)) return;
  for (const inside of await entriesOf(entry)) await walk(inside, true, found);
};

/** Everything that was dropped, folders with what is in them. Must be called in the event, for nothing of it is there later. */
export const droppedIn = async (transfer: DataTransfer): Promise<Dropped> => {
  const entries = [...transfer.items].flatMap((item) => {
    const entry = item.webkitGetAsEntry();
    return entry === null ? [] : { entry, handle: handleIn(item) };
  });
  const plain = [...transfer.files];
  if (entries.length === 0) return chosen(plain);
  const found: Found[] = [];
  for (const { entry, handle } of entries) {
    const from = found.length;
    await walk(entry, false, found);
    const [only] = found.slice(from);
    if (only && isFile(entry)) noteHandle(only.file, await handle);
  }
  return sorted(found);
};
