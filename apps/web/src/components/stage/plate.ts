/** Words on a picture stand on this. */
export const PLATE = 'rounded-md bg-video-plate px-2.5 py-[5px] text-sm text-video-ink';
