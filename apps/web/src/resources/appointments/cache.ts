import type { Appointment } from '@health-connect/contract/appointments';
import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import { doctorKeys } from '../doctors/keys.js';
import { dropDealtWith } from '../schedule/affected.js';
import { refreshSlots } from '../slots/queries.js';
import { appointmentKeys } from './keys.js';

/** A list in the cache: whole, or page by page. */
type List = readonly Appointment[] | InfiniteData<{ items: readonly Appointment[] }, unknown>;

/** What a list brought is also what is known of each of its appointments (decision 036). */
export function seed(client: QueryClient, appointments: readonly Appointment[]) {
  for (const told of appointments) {
    client.setQueryData<Appointment>(appointmentKeys.one(told._id), (known) =>
      known && isOlder(told, known) ? known : told,
    );
  }
}

/** Steps and words are only ever added to: whoever has fewer of them was told before. */
const isOlder = (told: Appointment, known: Appointment) =>
  told.history.length < known.history.length || (told.revision ?? 0) < (known.revision ?? 0);

/**
 * Shows an appointment, as the server just told it, wherever it stands; then asks for what follows from it: which lists
 * it is in, the doctor's figures and free times. Answers that are still on their way are older, and no longer wanted.
 */
export function showAppointment(client: QueryClient, told: Appointment) {
  const key = appointmentKeys.one(told._id);
  void client.cancelQueries({ queryKey: key });
  void client.cancelQueries({ queryKey: appointmentKeys.lists });
  seed(client, [told]);
  const changed = client.getQueryData<Appointment>(key) ?? told;
  client.setQueriesData<List>({ queryKey: appointmentKeys.lists }, (list) => list && withAppointment(list, changed));
  dropDealtWith(client, changed);
  void client.invalidateQueries({ queryKey: appointmentKeys.lists });
  refreshAround(client, changed);
}

/** Nobody told how this appointment stands now: after a refusal it is asked. */
export function askAgain(client: QueryClient, appointment: Pick<Appointment, 'doctorId'>) {
  void client.invalidateQueries({ queryKey: appointmentKeys.all });
  refreshAround(client, appointment);
}

function refreshAround(client: QueryClient, { doctorId }: Pick<Appointment, 'doctorId'>) {
  void client.invalidateQueries({ queryKey: doctorKeys.dashboard });
  void refreshSlots(client, doctorId._id);
}

function withAppointment(list: List, changed: Appointment): List {
  const swap = (items: readonly Appointment[]) => items.map((item) => (item._id === changed._id ? changed : item));
  if (!('pages' in list)) return swap(list);
  return { ...list, pages: list.pages.map((page) => ({ ...page, items: swap(page.items) })) };
}
