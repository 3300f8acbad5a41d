/** Every address of the app, in one place. */
export const paths = {
  home: '/',
  doctors: '/doctors',
  doctor: (doctorId: string) => `/doctors/${doctorId}`,
  signIn: '/sign-in',
  signUp: '/sign-up',
  forgotPassword: '/forgot-password',
  resetPassword: '/reset-password',
  appointments: '/appointments',
  /** The doctor's own page. */
  today: '/today',
  schedule: '/schedule',
  profile: '/profile',
  messages: '/messages',
  /** Calls and appointments that were. */
  calls: '/calls',
  conversation: (userId: string) => `/messages/${userId}`,
  consult: (appointmentId: string) => `/consult/${appointmentId}`,
} as const;

/** The same with their parameters' names, for the router. */
export const routes = {
  doctor: '/doctors/:doctorId',
  conversation: '/messages/:userId',
  consult: '/consult/:appointmentId',
} as const;

/** Names of what stands after the question mark. */
export const params = {
  /** Where to go after signing in. */
  returnTo: 'returnTo',
  search: 'q',
  specialization: 'specialization',
  minRating: 'minRating',
  availableOn: 'availableOn',
  language: 'language',
  sort: 'sort',
  role: 'role',
  /** A chosen slot: its instant. */
  time: 'time',
  date: 'date',
  tab: 'tab',
  /** An appointment that is open on a page of many. */
  appointment: 'visit',
  status: 'status',
} as const;

/** The sign-in page, which leads back to where the person wanted to go. */
export const signInPath = (returnTo?: string) =>
  returnTo && returnTo !== paths.home
    ? `${paths.signIn}?${params.returnTo}=${encodeURIComponent(returnTo)}`
    : paths.signIn;

/** A return path from the address bar: only inside this site, so that a link cannot send people elsewhere. */
export function safeReturnPath(value: string | null): string | null {
  if (value === null || !/^\/(?![/\\])/.test(value)) return null;
  const url = new URL(value, 'https://here.invalid');
  return url.host === 'here.invalid' ? url.pathname + url.search + url.hash : null;
}
