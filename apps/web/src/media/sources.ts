/** What a person can send. The order is the order of the m-lines in every offer, which is how both sides tell camera and screen apart. */
export const SOURCES = ['microphone', 'camera', 'screen'] as const;
export type Source = (typeof SOURCES)[number];

export const KIND_OF = { microphone: 'audio', camera: 'video', screen: 'video' } as const satisfies Record<
  Source,
  string
>;

/** Whether each source is on, as told to the other side. */
export type SourceFlags = Record<Source, boolean>;

/** A source on this side: `on` says whether the person is heard or seen, `track` is what would be sent. */
export interface LocalTrack {
  track: MediaStreamTrack | null;
  on: boolean;
}
export type LocalTracks = Record<Source, LocalTrack>;

export const NO_TRACKS: LocalTracks = {
  microphone: { track: null, on: false },
  camera: { track: null, on: false },
  screen: { track: null, on: false },
};
