/** Where the cache keeps doctors. */
export const doctorKeys = {
  list: ['doctors', 'list'] as const,
  specializations: ['doctors', 'specializations'] as const,
  one: (id: string) => ['doctors', 'one', id] as const,
  /** The signed-in doctor's own figures. */
  dashboard: ['doctors', 'dashboard'] as const,
};
