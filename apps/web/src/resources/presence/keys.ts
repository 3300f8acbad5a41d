export const keys = {
  of: (userId: string) => ['presence', userId] as const,
};
