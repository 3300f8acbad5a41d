/** Picture beside the words; on a narrow screen above them. */
export const GREEN_ROOM =
  'mx-auto grid w-full max-w-[calc(var(--content)+4rem)] flex-1 items-start gap-5 px-4 pb-8 max-lg:max-w-160 ' +
  'lg:grid-cols-[minmax(0,1fr)_minmax(0,23rem)] lg:items-center lg:gap-x-12 lg:px-8 lg:pt-4 lg:pb-10';
