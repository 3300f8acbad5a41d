/** Where the cache keeps appointments; cache.ts says how the lists and the single ones stay one. */
export const appointmentKeys = {
  all: ['appointments'] as const,
  lists: ['appointments', 'list'] as const,
  one: (id: string) => ['appointments', 'one', id] as const,
};
