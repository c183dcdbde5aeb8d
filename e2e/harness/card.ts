/** What the link of this page tells before it is opened, and how wide its picture is. Runs in the page. */
export const cardOfPage = async (): Promise<{ title: string; line: string; width: number }> => {
  const said = (property: string) =>
    document.querySelector<HTMLMetaElement>(`meta[property="og:${property}"]`)?.content ?? '';
  const picture = new Image();
  picture.src = said('image');
  await picture.decode();
  return { title: said('title'), line: said('description'), width: picture.naturalWidth };
};
