/** Where the cache keeps what. */
export const keys = {
  all: ['messages'] as const,
  inbox: ['messages', 'inbox'] as const,
  conversation: (peerId: string) => ['messages', 'conversation', peerId] as const,
  peer: (peerId: string) => ['messages', 'peer', peerId] as const,
};
